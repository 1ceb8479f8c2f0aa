import { Circle, CircleCheck } from "lucide-react";
import { Card, CardHeader } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { SetupStep } from "@/lib/contracts/overview";

const STEPS: Record<SetupStep["id"], { title: string; why: string; href: string | null }> = {
  approver: {
    title: "Give somebody a role that may decide",
    why: "Without one, whatever needs approval expires.",
    href: null,
  },
  policy: {
    title: "Publish a policy",
    why: "Until one allows something, every request is denied.",
    href: "/policies/new",
  },
  agent: { title: "Register an agent", why: "It gets a name, roles and an owner.", href: "/agents/new" },
  key: { title: "Create its key", why: "With it the agent can ask.", href: "/agents" },
  decision: {
    title: "See the first decision",
    why: "Try a request, or let the agent ask.",
    href: "/try-it",
  },
  checkpoint: {
    title: "Have the log sealed",
    why: "The first signed checkpoint is made by itself within minutes.",
    href: "/audit/verify",
  },
};

/** The way to a working organization; each step is ticked by what is there, not by a click. */
export function SetupCard({ steps }: { steps: readonly SetupStep[] }) {
  const done = steps.filter((step) => step.done).length;
  return (
    <Card aria-labelledby="setup">
      <CardHeader id="setup" title="Set up" description={`${done} of ${steps.length} done.`} />
      <ol className="divide-y divide-line">
        {steps.map(({ id, done: isDone }) => {
          const { title, why, href } = STEPS[id];
          return (
            <li key={id} className="flex items-start gap-3 px-4 py-2.5">
              {isDone ? (
                <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-positive-ink" />
              ) : (
                <Circle aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-faint" />
              )}
              <span className="min-w-0">
                {isDone || href === null ? (
                  <span className={isDone ? "text-ink-muted" : "font-medium"}>{title}</span>
                ) : (
                  <TextLink href={href}>{title}</TextLink>
                )}
                <span className="sr-only">{isDone ? " (done)" : " (to do)"}</span>
                {isDone ? null : <span className="block text-ink-muted text-sm">{why}</span>}
              </span>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
