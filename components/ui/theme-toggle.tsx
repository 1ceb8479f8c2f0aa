"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { useEffect, useState } from "react";
import { SegmentedControl } from "./segmented-control";

type Theme = "light" | "dark" | "system";

const segments = [
  { value: "light", label: <Sun aria-hidden />, "aria-label": "Light" },
  { value: "dark", label: <Moon aria-hidden />, "aria-label": "Dark" },
  { value: "system", label: <Monitor aria-hidden />, "aria-label": "As the device" },
] as const;

/** The stored choice is known in the browser only, so the first drawing shows "system". */
export function ThemeToggle({ className }: { className?: string | undefined }) {
  const { theme, setTheme } = useTheme();
  const [mounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  const current: Theme = mounted && (theme === "light" || theme === "dark") ? theme : "system";
  return (
    <SegmentedControl
      aria-label="Colour theme"
      size="sm"
      segments={segments}
      value={current}
      onValueChange={setTheme}
      className={className}
    />
  );
}
