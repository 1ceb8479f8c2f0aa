import type { ReactNode } from "react";

interface PreviewSectionProps {
  title: string;
  hint?: string;
  children: ReactNode;
}

export function PreviewSection({ title, hint, children }: PreviewSectionProps) {
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-2">
      <div>
        <h3 className="font-semibold text-ink text-sm">{title}</h3>
        {hint === undefined ? null : <p className="text-ink-faint text-sm">{hint}</p>}
      </div>
      {children}
    </section>
  );
}
