"use client";

import { queryOptions, useQueries } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "@/lib/client/call";
import type { AuditEvent } from "@/lib/contracts/audit";
import type { Page } from "@/lib/contracts/common";
import { auditEndpoints } from "@/lib/contracts/endpoints/audit";
import type { AuditQuery } from "./audit-filter";
import { AUDIT_PAGE_SIZE, auditPageKey } from "./audit-page-key";

/** Pages out of sight are forgotten after this long, so that a day of scrolling does not fill the memory. */
const FORGET_MS = 60_000;

/** One page of the log. The log only grows at its end, so a page behind a cursor never changes. */
function auditPage(query: AuditQuery, cursor: string | undefined) {
  const first = cursor === undefined;
  return queryOptions({
    queryKey: auditPageKey(query, cursor),
    queryFn: ({ signal }) =>
      call(auditEndpoints.list, { query: { ...query, limit: AUDIT_PAGE_SIZE, cursor }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    // The first page must stay the one whose cursor the second follows.
    gcTime: first ? Number.POSITIVE_INFINITY : FORGET_MS,
  });
}

export interface AuditRows {
  /** Rows that the list has room for: those known, and those that are on their way. */
  count: number;
  /** Null while it is being fetched. */
  at: (index: number) => AuditEvent | null;
  loaded: number;
  complete: boolean;
  loading: boolean;
  error: Error | null;
  retry: () => void;
}

/**
 * The rows of the log around what is in sight. Cursors are remembered, entries are not: a page is held while it is
 * near the window and fetched again by its cursor when the reader comes back.
 */
export function useAuditRows(query: AuditQuery, sight: PagesInSight): AuditRows {
  const [cursors, setCursors] = useState<readonly (string | undefined)[]>([undefined]);
  const wanted = pagesInSight(sight, cursors.length);
  const results = useQueries({
    queries: wanted.map((page) => auditPage(query, cursors[page])),
  });
  const pages = new Map(wanted.map((page, place) => [page, results[place]?.data]));

  const end = cursors.length - 1;
  const last = pages.get(end);
  const next = last?.next_cursor ?? null;
  if (next !== null) setCursors([...cursors, next]);

  const failed = results.find((result) => result.isError);
  const complete = last !== undefined && next === null;
  return {
    count: end * AUDIT_PAGE_SIZE + (last?.items.length ?? (end === 0 ? 0 : AUDIT_PAGE_SIZE)),
    at: (index) => rowAt(pages, index),
    loaded: end * AUDIT_PAGE_SIZE + (last?.items.length ?? 0),
    complete,
    loading: results.some((result) => result.isFetching),
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

/** The pages that the window touches, one more in either direction, and the first, which all cursors hang on. */
export function pagesInSight({ first, last }: PagesInSight, known: number): number[] {
  const from = Math.max(0, first - 1);
  const to = Math.min(known - 1, last + 1);
  const pages = from > 0 ? [0] : [];
  for (let page = from; page <= to; page += 1) pages.push(page);
  return pages;
}

function rowAt(pages: ReadonlyMap<number, Page<AuditEvent> | undefined>, index: number): AuditEvent | null {
  return pages.get(pageOfRow(index))?.items[index % AUDIT_PAGE_SIZE] ?? null;
}
