"use client";

import { queryOptions, useQueries } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "@/lib/client/call";
import { auditOperations } from "@/lib/client/operations";
import type { AuditEvent } from "@/lib/contracts/audit";
import type { Page } from "@/lib/contracts/common";
import type { AuditQuery } from "./audit-filter";
import { AUDIT_PAGE_SIZE, auditPageKey, pageOfWholeLog } from "./audit-page-key";

/** Pages out of sight are forgotten after this long, so that a day of scrolling does not fill the memory. */
const FORGET_MS = 60_000;

/** One page of the log. The log only grows at its end, so a page behind a cursor or between numbers never changes. */
function auditPage(query: AuditQuery, cursor: string | undefined, keep: boolean) {
  return queryOptions({
    queryKey: auditPageKey(query, cursor),
    queryFn: ({ signal }) =>
      call(auditOperations.list, { query: { ...query, limit: AUDIT_PAGE_SIZE, cursor }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: keep ? Number.POSITIVE_INFINITY : FORGET_MS,
  });
}

export interface AuditRows {
  /** Rows that the list has room for: those known, and those that are on their way. */
  count: number;
  /** Null while it is being fetched. */
  at: (index: number) => AuditEvent | null;
  loaded: number;
  complete: boolean;
  error: Error | null;
  retry: () => void;
}

/**
 * The rows of the log around what is in sight; entries are held while they are near the window and fetched again when
 * the reader comes back. The whole log's numbers have no gap, so any of its pages can be asked for at once (`total`);
 * of a filtered log each page hangs on the cursor of the one before, which is remembered.
 */
export function useAuditRows(query: AuditQuery, sight: PagesInSight, total: number | null): AuditRows {
  const [cursors, setCursors] = useState<readonly (string | undefined)[]>([undefined]);
  const known = total === null ? cursors.length : Math.ceil(total / AUDIT_PAGE_SIZE);
  const wanted = pagesInSight(sight, known, total === null);
  const results = useQueries({
    queries: wanted.map((page) =>
      total === null
        ? // The first page must stay the one whose cursor the second follows.
          auditPage(query, cursors[page], page === 0)
        : auditPage(pageOfWholeLog(query, page, total), undefined, false),
    ),
  });
  const pages = new Map(wanted.map((page, place) => [page, results[place]?.data]));

  const end = cursors.length - 1;
  const last = pages.get(end);
  const next = last?.next_cursor ?? null;
  if (total === null && next !== null) setCursors([...cursors, next]);

  const failed = results.find((result) => result.isError);
  const found = end * AUDIT_PAGE_SIZE + (last?.items.length ?? 0);
  const complete = total !== null || (last !== undefined && next === null);
  return {
    count: total ?? (complete || end === 0 ? found : (end + 1) * AUDIT_PAGE_SIZE),
    at: (index) => rowAt(pages, index),
    loaded: total ?? found,
    complete,
    error: failed?.error ?? null,
    retry: () => {
      for (const result of results) if (result.isError) void result.refetch();
    },
  };
}

/** The first and the last page that the window touches, counted from 0. */
export interface PagesInSight {
  first: number;
  last: number;
}

export const pageOfRow = (index: number): number => Math.floor(index / AUDIT_PAGE_SIZE);

/** The pages that the window touches and one more in either direction; where pages hang on the first, that one too. */
export function pagesInSight({ first, last }: PagesInSight, known: number, chained: boolean): number[] {
  const from = Math.max(0, first - 1);
  const to = Math.min(known - 1, last + 1);
  const pages = chained && from > 0 ? [0] : [];
  for (let page = from; page <= to; page += 1) pages.push(page);
  return pages;
}

function rowAt(pages: ReadonlyMap<number, Page<AuditEvent> | undefined>, index: number): AuditEvent | null {
  return pages.get(pageOfRow(index))?.items[index % AUDIT_PAGE_SIZE] ?? null;
}
