import { useTranslations } from "#i18n";
import { EffectBadge } from "@/components/decision/effect-badge";
import { PipelinePicture } from "@/components/pipeline/pipeline-picture";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import type { Explanation } from "@/lib/contracts/decisions";
import type { PolicyTrace } from "@/lib/policy";
import { explanationIn } from "./explanation-words";
import { pipelineStages } from "./pipeline-stages";
import { PolicyTraces } from "./policy-traces";

/** How the request would be decided now: the answer, the way to it, and each policy's part. */
export function ExplanationView({ explanation }: { explanation: Explanation }) {
  const t = useTranslations("try-it.context");
  const said = useTranslations("try-it.said");
  const roles = useTranslations("roles");
  const reasons = useTranslations("decision.reasons");
  const told = explanationIn(explanation, { said, roles });
  const notAsked = !explanation.steps.some((step) => step.step === "policies");
  return (
    <>
      <Card>
        <div role="status" className="flex flex-col gap-1.5 border-line border-b px-4 py-4">
          <div className="flex flex-wrap items-center gap-2">
            <EffectBadge effect={told.effect} appearance="solid" />
            <span className="text-ink-faint text-sm">{reasons(told.reason)}</span>
          </div>
          <p className="break-words text-ink text-lg">{told.message}</p>
        </div>
        <CardBody>
          <PipelinePicture stages={pipelineStages(told)} />
        </CardBody>
      </Card>
      {/* The API hands the engine's traces out as they stand. */}
      <PolicyTraces policies={explanation.policies as unknown as PolicyTrace[]} notAsked={notAsked} />
      <Card>
        <CardHeader title={t("title")} description={t("text")} />
        <CardBody>
          <CodeBlock code={JSON.stringify(explanation.context, null, 2)} label={t("label")} />
        </CardBody>
      </Card>
    </>
  );
}
