import { ArrowRight, CircleCheck, Hourglass, KeyRound } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "#i18n";
import { Card, CardHeader } from "@/components/ui/card";
import { Time } from "@/components/ui/time";
import type { Overview } from "@/lib/contracts/overview";

/** What this person can do something about now. */
export function NeedsMe({ overview }: { overview: Overview }) {
  const t = useTranslations("overview.needsMe");
  const mine = overview.approvals?.mine ?? 0;
  const keys = overview.keys_expiring ?? [];
  return (
    <Card aria-labelledby="needs-me">
      <CardHeader id="needs-me" title={t("title")} />
      {mine === 0 && keys.length === 0 ? (
        <p className="flex items-center gap-2 px-4 py-4 text-ink-muted">
          <CircleCheck aria-hidden className="size-4 text-positive-ink" />
          {t("nothing")}
        </p>
      ) : (
        <ul className="divide-y divide-line">
          {mine > 0 ? (
            <Item href="/inbox" icon={<Hourglass aria-hidden />}>
              <span className="font-medium">{t("requests", { count: mine })}</span>
            </Item>
          ) : null}
          {keys.map((key) => (
            <Item
              key={key.key_id}
              href={`/agents/${key.agent_id}?view=connect`}
              icon={<KeyRound aria-hidden />}
            >
              {t.rich("key", {
                key: key.name,
                agent: key.agent_name,
                time: () => <Time key="time" at={key.expires_at} />,
              })}
            </Item>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Item({ href, icon, children }: { href: string; icon: ReactNode; children: ReactNode }) {
  return (
    <li>
      <Link
        href={href}
        className="flex min-h-11 items-center gap-3 px-4 py-2.5 hover:bg-hover focus-visible:-outline-offset-2 [&_svg]:size-4 [&_svg]:shrink-0"
      >
        <span className="text-caution-ink">{icon}</span>
        <span className="min-w-0 flex-1">{children}</span>
        <ArrowRight aria-hidden className="text-ink-faint" />
      </Link>
    </li>
  );
}
