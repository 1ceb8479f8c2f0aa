import { useTranslations } from "#i18n";
import { LinkTabs } from "@/components/ui/link-tabs";

interface PolicyTabsProps {
  id: string;
  current: "rule" | "versions";
  versions: number;
}

export function PolicyTabs({ id, current, versions }: PolicyTabsProps) {
  const t = useTranslations("policies.versions.tabs");
  return (
    <LinkTabs
      aria-label={t("label")}
      className="mb-4"
      items={[
        { href: `/policies/${id}`, label: t("rule"), current: current === "rule" },
        {
          href: `/policies/${id}/versions`,
          label: t("versions"),
          count: versions,
          current: current === "versions",
        },
      ]}
    />
  );
}
