import type { ReactNode } from "react";
import { useTranslations } from "#i18n";
import { cn } from "@/components/ui/cn";
import { CopyableId } from "@/components/ui/copyable-id";

interface MessageScreenProps {
  icon?: ReactNode;
  title: ReactNode;
  /** What happened, whether anything was changed, what to do. */
  children: ReactNode;
  requestId?: string | null | undefined;
  actions?: ReactNode;
  /** Fills the window instead of the page's area. */
  whole?: boolean;
}

/** A page that could not be shown: not found, not allowed, failed. It begins at one height, however much it says. */
export function MessageScreen({ icon, title, children, requestId, actions, whole }: MessageScreenProps) {
  const t = useTranslations("error-screen");
  // A page of the console stands in the shell's main landmark already.
  const Area = whole ? "main" : "div";
  return (
    <Area className={cn("flex justify-center px-6 pb-16", whole ? "min-h-dvh pt-[30dvh]" : "pt-[20dvh]")}>
      <div className="flex w-full max-w-md flex-col gap-3">
        {icon ? <span className="mb-1 text-ink-faint [&_svg]:size-7">{icon}</span> : null}
        <h1 className="font-semibold text-2xl text-ink">{title}</h1>
        <div className="flex flex-col gap-2 text-ink-muted text-lg">{children}</div>
        {requestId ? (
          <p className="flex flex-wrap items-center gap-2 text-ink-faint text-sm">
            {t("requestId")} <CopyableId id={requestId} copyLabel={t("copyRequestId")} />
          </p>
        ) : null}
        {actions ? <div className="flex flex-wrap gap-2 pt-2">{actions}</div> : null}
      </div>
    </Area>
  );
}
