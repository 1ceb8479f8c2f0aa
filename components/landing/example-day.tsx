import { useTranslations } from "#i18n";
import { type DecisionEffect, EffectBadge } from "@/components/decision/effect-badge";
import { Card } from "@/components/ui/card";

interface Example {
  id: "address" | "diagnosis" | "prescription";
  time: string;
  action: string;
  effect: DecisionEffect;
}

const EXAMPLES: readonly Example[] = [
  { id: "address", time: "08:12", action: "ehr.read · demographics", effect: "allow" },
  { id: "diagnosis", time: "08:14", action: "ehr.read · diagnosis", effect: "require_approval" },
  { id: "prescription", time: "08:31", action: "ehr.medication.update", effect: "deny" },
];

/** Three requests and their answers: the product's words, on invented people. */
export function ExampleDay() {
  const t = useTranslations("landing.examples");
  return (
    <figure className="flex flex-col gap-2">
      <Card>
        <ol>
          {EXAMPLES.map((example) => (
            <li key={example.id} className="flex gap-4 border-line border-b px-4 py-3.5 last:border-b-0">
              <time className="num pt-px text-ink-faint text-sm">{example.time}</time>
              <div className="flex min-w-0 flex-1 flex-col gap-1">
                <p className="font-medium text-base text-ink">{t(`${example.id}.asks`)}</p>
                <p className="font-mono text-ink-faint text-xs">{example.action}</p>
                <p className="flex flex-col items-start gap-1.5 pt-1 text-ink-muted text-sm">
                  <EffectBadge effect={example.effect} />
                  {t(`${example.id}.why`)}
                </p>
              </div>
            </li>
          ))}
        </ol>
      </Card>
      <figcaption className="text-ink-faint text-sm">{t("caption")}</figcaption>
    </figure>
  );
}
