import { useTranslations } from "#i18n";
import { Time } from "@/components/ui/time";
import { useFormats } from "@/components/ui/use-formats";
import type { Evidence } from "@/lib/contracts/compliance";

/** A figure as the reader writes it. */
export function EvidenceValue({ value }: { value: Evidence["value"] }) {
  const t = useTranslations("compliance");
  const format = useFormats();
  switch (value.kind) {
    case "count":
      return format.count(value.count);
    case "share":
      return value.whole === 0
        ? t("none")
        : t("share", {
            share: format.percent(value.part / value.whole),
            part: value.part,
            whole: value.whole,
          });
    case "instant":
      return value.at === null ? t("never") : <Time at={value.at} format="datetime" />;
    case "duration":
      return value.seconds === null ? t("none") : format.duration(value.seconds * 1000);
    case "people":
      return value.people.length === 0
        ? t("none")
        : value.people.map((person) => t("person", person)).join(", ");
  }
}
