import { type DecisionEffect, EffectBadge } from "@/components/decision/effect-badge";
import { Card } from "@/components/ui/card";

interface Example {
  time: string;
  asks: string;
  action: string;
  effect: DecisionEffect;
  why: string;
}

const EXAMPLES: readonly Example[] = [
  {
    time: "08:12",
    asks: "The intake agent reads a patient’s address",
    action: "ehr.read · demographics",
    effect: "allow",
    why: "A policy allows demographics to this role.",
  },
  {
    time: "08:14",
    asks: "The same agent reads a diagnosis",
    action: "ehr.read · diagnosis",
    effect: "require_approval",
    why: "It waits. Dr. Okafor approves two minutes later, from a phone.",
  },
  {
    time: "08:31",
    asks: "A read-only agent changes a prescription",
    action: "ehr.medication.update",
    effect: "deny",
    why: "The agent may only read, whatever the policies say.",
  },
];

/** Three requests and their answers: the product's words, on invented people. */
export function ExampleDay() {
  return (
    <figure className="flex flex-col gap-2">
      <Card>
        <ol>
          {EXAMPLES.map((example) => (
            <li key={example.time} className="flex gap-4 border-line border-b px-4 py-3.5 last:border-b-0">
              <time className="num pt-px text-ink-faint text-sm">{example.time}</time>
              <div className="flex min-w-0 flex-1 flex-col gap-1">
                <p className="font-medium text-base text-ink">{example.asks}</p>
                <p className="font-mono text-ink-faint text-xs">{example.action}</p>
                <p className="flex flex-col items-start gap-1.5 pt-1 text-ink-muted text-sm">
                  <EffectBadge effect={example.effect} />
                  {example.why}
                </p>
              </div>
            </li>
          ))}
        </ol>
      </Card>
      <figcaption className="text-ink-faint text-sm">An example with invented people.</figcaption>
    </figure>
  );
}
