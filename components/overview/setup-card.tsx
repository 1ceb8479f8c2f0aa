import { Circle, CircleCheck } from "lucide-react";
import { useTranslations } from "#i18n";
import { Card, CardHeader } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { SetupStep } from "@/lib/contracts/overview";

/** Where each step is done; an approver is made where roles are given, which is not in the console yet. */
const PLACES: Record<SetupStep["id"], string | null> = {
  approver: null,
  policy: "/policies/new",
  agent: "/agents/new",
  key: "/agents",
  decision: "/try-it",
  checkpoint: "/audit/verify",
};

/** The way to a working organization; each step is ticked by what is there, not by a click. */
export function SetupCard({ steps }: { steps: readonly SetupStep[] }) {
  const t = useTranslations("overview.setup");
  const done = steps.filter((step) => step.done).length;
  return (
    <Card aria-labelledby="setup">
      <CardHeader id="setup" title={t("title")} description={t("progress", { done, count: steps.length })} />
      <span aria-hidden className="block h-1 bg-pressed">
        <span style={{ width: `${(done / steps.length) * 100}%` }} className="block h-full bg-accent" />
      </span>
      <ol className="grid gap-x-6 px-4 py-1.5 sm:grid-cols-2">
        {steps.map(({ id, done: isDone }) => {
          const href = PLACES[id];
          const title = t(`steps.${id}.title`);
          const Icon = isDone ? CircleCheck : Circle;
          return (
            <li key={id} className="flex items-start gap-3 py-2">
              <Icon
                aria-hidden
                className={`mt-0.5 size-4 shrink-0 ${isDone ? "text-positive-ink" : "text-ink-faint"}`}
              />
              <span className="min-w-0">
                {isDone || href === null ? (
                  <span className={isDone ? "text-ink-muted" : "font-medium"}>{title}</span>
                ) : (
                  <TextLink href={href}>{title}</TextLink>
                )}
                <span className="sr-only"> {isDone ? t("done") : t("toDo")}</span>
                {isDone ? null : <span className="block text-ink-muted text-sm">{t(`steps.${id}.why`)}</span>}
              </span>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
