import { LinkTabs } from "@/components/ui/link-tabs";

interface PolicyTabsProps {
  id: string;
  current: "rule" | "versions";
  versions: number;
}

export function PolicyTabs({ id, current, versions }: PolicyTabsProps) {
  return (
    <LinkTabs
      aria-label="Policy"
      className="mb-4"
      items={[
        { href: `/policies/${id}`, label: "Rule", current: current === "rule" },
        {
          href: `/policies/${id}/versions`,
          label: "Versions",
          count: versions,
          current: current === "versions",
        },
      ]}
    />
  );
}
