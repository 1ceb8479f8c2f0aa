import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

interface SectionProps {
  title: string;
  children: ReactNode;
}

export function Section({ title, children }: SectionProps) {
  return (
    <section className="flex flex-col gap-4">
      <h2 className="border-line border-b pb-2 font-semibold text-ink text-xl">{title}</h2>
      <div className="grid gap-4 lg:grid-cols-2">{children}</div>
    </section>
  );
}

interface SpecimenProps {
  name: string;
  wide?: boolean;
  className?: string;
  children: ReactNode;
}

export function Specimen({ name, wide, className, children }: SpecimenProps) {
  return (
    <div
      className={cn(
        "flex min-w-0 flex-col gap-3 rounded-lg border border-line bg-surface p-4 shadow-card",
        wide && "lg:col-span-2",
      )}
    >
      <h3 className="font-medium text-ink-faint text-sm">{name}</h3>
      <div className={cn("flex min-w-0 flex-wrap items-center gap-3", className)}>{children}</div>
    </div>
  );
}
