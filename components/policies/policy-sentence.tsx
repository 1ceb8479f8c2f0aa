import { CircleDashed, Quote } from "lucide-react";
import { useTranslations } from "#i18n";
import { cn } from "@/components/ui/cn";

interface PolicySentenceProps {
  /** Null while the draft is no valid policy. */
  sentence: string | null;
  missing: number;
  /** Whether nothing but a look at a pattern is missing. */
  isChecking?: boolean;
}

/** What the draft says, in one sentence that is read out when it changes. */
export function PolicySentence({ sentence, missing, isChecking = false }: PolicySentenceProps) {
  const t = useTranslations("policies.describe");
  return (
    <div
      role="status"
      aria-label={t("label")}
      className={cn(
        "flex items-start gap-2.5 rounded-lg border px-4 py-3",
        sentence === null ? "border-line border-dashed bg-sunken" : "border-accent-line bg-accent-soft",
      )}
    >
      {sentence === null ? (
        <CircleDashed aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-faint" />
      ) : (
        <Quote aria-hidden className="mt-0.5 size-4 shrink-0 text-accent-ink" />
      )}
      <p className={cn("min-w-0 break-words", sentence === null ? "text-ink-muted" : "text-ink")}>
        {sentence ?? (isChecking && missing === 0 ? t("checking") : t("missing", { count: missing }))}
      </p>
    </div>
  );
}
