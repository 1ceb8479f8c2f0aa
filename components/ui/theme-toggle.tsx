"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { useEffect, useState } from "react";
import { useTranslations } from "#i18n";
import { SegmentedControl } from "./segmented-control";

type Theme = "light" | "dark" | "system";

/** The stored choice is known in the browser only, so the first drawing shows "system". */
export function ThemeToggle({ className }: { className?: string | undefined }) {
  const t = useTranslations("ui.theme");
  const segments = [
    { value: "light", label: <Sun aria-hidden />, "aria-label": t("light") },
    { value: "dark", label: <Moon aria-hidden />, "aria-label": t("dark") },
    { value: "system", label: <Monitor aria-hidden />, "aria-label": t("system") },
  ] as const;
  const { theme, setTheme } = useTheme();
  const [mounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  const current: Theme = mounted && (theme === "light" || theme === "dark") ? theme : "system";
  return (
    <SegmentedControl
      aria-label={t("label")}
      size="sm"
      segments={segments}
      value={current}
      onValueChange={setTheme}
      className={className}
    />
  );
}
