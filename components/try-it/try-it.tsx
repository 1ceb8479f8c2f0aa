"use client";

import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { useShortcuts } from "@/components/ui/use-shortcuts";
import { agentQueries } from "@/lib/client/agent-queries";
import { ApiError } from "@/lib/client/api-error";
import { call } from "@/lib/client/call";
import { memberQueries } from "@/lib/client/member-queries";
import { decisionOperations } from "@/lib/client/operations";
import type { Json } from "@/lib/contracts/common";
import type { CheckRequest } from "@/lib/contracts/decisions";
import type { Fault } from "@/lib/contracts/faults";
import { JsonView } from "./json-view";
import { addressOf, requestIn } from "./request-address";
import { documentOf, EMPTY_FORM, formOf, judgeRequest, type RequestForm } from "./request-document";
import { RequestFields } from "./request-fields";
import { ResultPanel } from "./result-panel";
import { SnippetCard } from "./snippet-card";

type View = "form" | "json";

const VIEWS: readonly View[] = ["form", "json"];

const EXAMPLE: RequestForm = formOf({
  action: "ehr.read",
  resource: { type: "patient_record", attrs: { record_type: "diagnosis" } },
  context: { purpose: "TREAT" },
});

/** Tailwind's xl, from which the answer stands beside the request. */
const SIDE_BY_SIDE = "(min-width: 80rem)";
const LISTED = { limit: 200 } as const;

interface TryItProps {
  may: { agents: boolean; people: boolean };
  /** Where programs reach this server. */
  baseUrl: string;
}

/** A request, and how it would be decided now. Nothing of it is recorded, opened or counted. */
export function TryIt({ may, baseUrl }: TryItProps) {
  const t = useTranslations("try-it");
  const [form, setForm] = useState<RequestForm>(EXAMPLE);
  const [view, setView] = useState<View>("form");
  const [checked, setChecked] = useState(false);
  const result = useRef<HTMLDivElement>(null);
  const [isTextFaulty, setTextFaulty] = useState(false);
  const { data: agents, isLoading } = useInfiniteQuery({
    ...agentQueries.list(LISTED),
    enabled: may.agents,
  });
  const people = useInfiniteQuery({ ...memberQueries.list(LISTED), enabled: may.people }).data;
  const explain = useMutation({
    mutationFn: (request: CheckRequest) => call(decisionOperations.explain, { body: request }),
    // Below the form on a narrow screen, where it would come up unseen.
    onSettled: () => {
      if (!window.matchMedia(SIDE_BY_SIDE).matches) result.current?.scrollIntoView({ block: "start" });
    },
  });
  // The example lacks its agent still, and would be refused.
  const isTooEarly = form === EXAMPLE && isLoading;
  const firstAgentId = agents?.pages[0]?.items[0]?.id;
  // Somebody who has touched nothing yet can press Explain at once.
  if (form === EXAMPLE && firstAgentId) setForm({ ...EXAMPLE, agentId: firstAgentId });
  const document = documentOf(form);
  const judged = judgeRequest(document);
  const faults = faultsOf(explain.error, checked && judged.kind === "faults" ? judged.faults : []);

  function ask(asked: { [name: string]: Json }) {
    setChecked(true);
    const result = judgeRequest(asked);
    if (result.kind === "faults") return;
    window.history.replaceState(null, "", addressOf(asked));
    explain.mutate(result.request);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: an address is followed once, when the page opens.
  useEffect(() => {
    const shared = requestIn(window.location.hash);
    if (shared === null) return;
    const read = formOf(shared);
    setForm(read);
    ask(documentOf(read));
  }, []);
  useShortcuts([
    {
      keys: "mod+Enter",
      label: t("request.shortcut"),
      group: t("title"),
      run: () => isTextFaulty || isTooEarly || ask(document),
    },
  ]);

  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,5fr)_minmax(0,6fr)] xl:grid-rows-[auto_1fr]">
      <form
        noValidate
        className="min-w-0"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (!isTooEarly) ask(document);
        }}
      >
        <Card>
          <CardHeader
            title={t("request.title")}
            actions={
              <SegmentedControl
                aria-label={t("request.view")}
                size="sm"
                segments={VIEWS.map((value) => ({ value, label: t(`request.views.${value}`) }))}
                value={view}
                onValueChange={setView}
              />
            }
          />
          <CardBody>
            {view === "form" ? (
              <RequestFields
                form={form}
                agents={choices(agents?.pages, (agent) => agent.name)}
                people={choices(people?.pages, (person) => person.name)}
                faults={faults}
                onChange={(change) => setForm((now) => ({ ...now, ...change }))}
              />
            ) : (
              <JsonView
                document={document}
                faults={faults}
                onDocument={(next) => setForm(formOf(next))}
                onFault={setTextFaulty}
              />
            )}
          </CardBody>
          <CardFooter>
            <span className="mr-auto text-ink-muted text-sm">{t("request.promise")}</span>
            <Button variant="ghost" onClick={() => setForm(EMPTY_FORM)}>
              {t("request.clear")}
            </Button>
            <Button
              type="submit"
              variant="primary"
              loading={explain.isPending}
              disabled={isTooEarly || (view === "json" && isTextFaulty)}
            >
              {t("request.explain")}
            </Button>
          </CardFooter>
        </Card>
      </form>
      <div ref={result} className="flex min-w-0 scroll-mt-16 flex-col gap-4 xl:row-span-2">
        <ResultPanel
          explanation={explain.data}
          error={explain.error}
          isPending={explain.isPending}
          isOutdated={JSON.stringify(explain.variables) !== JSON.stringify(document)}
        />
      </div>
      <SnippetCard document={document} baseUrl={baseUrl} />
    </div>
  );
}

function faultsOf(error: Error | null, own: readonly Fault[]): readonly Fault[] {
  const told = error instanceof ApiError ? (error.problem.errors ?? []) : [];
  return [...own, ...told];
}

function choices<T extends { id: string }>(
  pages: readonly { items: readonly T[] }[] | undefined,
  nameOf: (item: T) => string,
) {
  return (pages ?? [])
    .flatMap((page) => page.items)
    .map((item) => ({ value: item.id, label: nameOf(item), description: item.id }));
}
