"use client";

import { CommandPalette } from "@/components/ui/command-palette";
import { type PaletteInput, usePalette } from "./use-palette";

/** The command palette of the console. */
export function Palette({
  onOpenChange,
  ...input
}: PaletteInput & { onOpenChange: (open: boolean) => void }) {
  return <CommandPalette open={input.open} onOpenChange={onOpenChange} {...usePalette(input)} />;
}
