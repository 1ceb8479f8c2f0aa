import { Archive, CircleCheckBig, Inbox } from "lucide-react";
import { useTranslations } from "#i18n";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { type InboxView, tabHref } from "./inbox-view";

const ICONS = { filtered: Inbox, me: CircleCheckBig, open: Inbox, history: Archive };

/** Why there is nothing to see, and what would change that. */
export function EmptyQueue({ view }: { view: InboxView }) {
  const t = useTranslations("inbox.empty");
  const filters = useTranslations("inbox.filters");
  const isFiltered = view.agent !== null || view.outcome !== null;
  const which = isFiltered ? "filtered" : view.tab;
  const Icon = ICONS[which];
  return (
    <EmptyState
      icon={<Icon aria-hidden />}
      title={t(`${which}.title`)}
      description={t(`${which}.text`)}
      actions={isFiltered ? <LinkButton href={tabHref(view.tab)}>{filters("clear")}</LinkButton> : null}
    />
  );
}
