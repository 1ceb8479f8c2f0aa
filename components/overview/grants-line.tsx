import { ShieldCheck, Siren } from "lucide-react";
import { useTranslations } from "#i18n";
import { Callout } from "@/components/ui/callout";
import { Card, CardHeader } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";

const GRANTS_IN_LOG = "/audit?type=grant.*";

/** Emergency access that is live now; nothing where none is. */
export function GrantsLine({ live }: { live: number }) {
  const t = useTranslations("overview.grants");
  if (live === 0) return null;
  return (
    <Callout
      tone="urgent"
      title={t("live", { count: live })}
      actions={
        <LinkButton href={GRANTS_IN_LOG} size="sm" iconStart={<Siren aria-hidden />}>
          {t("see")}
        </LinkButton>
      }
    >
      {t("marked")}
    </Callout>
  );
}

/** The same said calmly, where nobody holds emergency access: that too is a figure somebody looks for. */
export function NoGrantsCard({ mayReadLog }: { mayReadLog: boolean }) {
  const t = useTranslations("overview.grants");
  return (
    <Card aria-labelledby="grants">
      <CardHeader
        id="grants"
        title={t("title")}
        actions={
          mayReadLog ? (
            <TextLink href={GRANTS_IN_LOG} className="text-sm">
              {t("past")}
            </TextLink>
          ) : null
        }
      />
      <p className="flex items-center gap-2 p-4 text-ink-muted">
        <ShieldCheck aria-hidden className="size-4 text-positive-ink" />
        {t("none")}
      </p>
    </Card>
  );
}
