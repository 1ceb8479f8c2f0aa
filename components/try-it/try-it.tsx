"use client";

import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { FlaskConical } from "lucide-react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useShortcuts } from "@/components/ui/use-shortcuts";
import { agentQueries } from "@/lib/client/agent-queries";
import { ApiError } from "@/lib/client/api-error";
import { call } from "@/lib/client/call";
import { memberQueries } from "@/lib/client/member-queries";
import type { Json } from "@/lib/contracts/common";
import type { CheckRequest } from "@/lib/contracts/decisions";
import { decisionEndpoints } from "@/lib/contracts/endpoints/decisions";
import { ExplanationView } from "./explanation-view";
import { JsonView } from "./json-view";
import { addressOf, requestIn } from "./request-address";
import { documentOf, EMPTY_FORM, formOf, judgeRequest, type RequestForm } from "./request-document";
import { RequestFields } from "./request-fields";
import { SnippetCard } from "./snippet-card";

type View = "form" | "json";

const views: { value: View; label: string }[] = [
  { value: "form", label: "Form" },
  { value: "json", label: "JSON" },
];

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
}

/** A request, and how it would be decided now. Nothing of it is recorded, opened or counted. */
export function TryIt({ may }: TryItProps) {
  const [form, setForm] = useState<RequestForm>(EXAMPLE);
  const [view, setView] = useState<View>("form");
  const [checked, setChecked] = useState(false);
  const result = useRef<HTMLDivElement>(null);
  const [textFault, setTextFault] = useState<string | null>(null);
  const agents = useInfiniteQuery({ ...agentQueries.list(LISTED), enabled: may.agents }).data;
  const people = useInfiniteQuery({ ...memberQueries.list(LISTED), enabled: may.people }).data;
  const explain = useMutation({
    mutationFn: (request: CheckRequest) => call(decisionEndpoints.explain, { body: request }),
    // Below the form on a narrow screen, where it would come up unseen.
    onSettled: () => {
      if (!window.matchMedia(SIDE_BY_SIDE).matches) result.current?.scrollIntoView({ block: "start" });
    },
  });
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
    setForm(formOf(shared));
    ask(shared);
  }, []);
  useShortcuts([
    {
      keys: "mod+Enter",
      label: "Explain the request",
      group: "Try it",
      run: () => textFault === null && ask(document),
    },
  ]);

  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,5fr)_minmax(0,6fr)] xl:grid-rows-[auto_1fr]">
      <form
        noValidate
        className="min-w-0"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          ask(document);
        }}
      >
        <Card>
          <CardHeader
            title="Request"
            actions={
              <SegmentedControl
                aria-label="View of the request"
                size="sm"
                segments={views}
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
                onFault={setTextFault}
              />
            )}
          </CardBody>
          <CardFooter>
            <span className="mr-auto text-ink-muted text-sm">Nothing is recorded and nobody is asked.</span>
            <Button variant="ghost" onClick={() => setForm(EMPTY_FORM)}>
              Clear
            </Button>
            <Button
              type="submit"
              variant="primary"
              loading={explain.isPending}
              disabled={view === "json" && textFault !== null}
            >
              Explain
            </Button>
          </CardFooter>
        </Card>
      </form>
      <div ref={result} className="flex min-w-0 scroll-mt-16 flex-col gap-4 xl:row-span-2">
        {explain.error ? (
          <Callout tone="negative" live title="It could not be explained">
            {explain.error.message}
          </Callout>
        ) : null}
        {explain.data ? (
          <ExplanationView explanation={explain.data} />
        ) : explain.isPending ? (
          <Card>
            <SkeletonRows rows={6} label="Deciding" />
          </Card>
        ) : (
          <Card>
            <EmptyState
              icon={<FlaskConical />}
              title="How would this be decided?"
              description="Fill in a request and press Explain: you see each step from the gates to the approval, and what each policy said."
            />
          </Card>
        )}
      </div>
      <SnippetCard document={document} />
    </div>
  );
}

function faultsOf(error: Error | null, own: { pointer: string; message: string }[]) {
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
