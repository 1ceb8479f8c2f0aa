"use client";

import type { ComponentProps } from "react";
import { AppShell } from "@/components/shell/app-shell";
import { useWaitingCount } from "./use-waiting-count";

/** The shell with a count that follows what happens in the inbox. */
export function ConsoleShell({ pendingCount, ...rest }: ComponentProps<typeof AppShell>) {
  return <AppShell {...rest} pendingCount={useWaitingCount(pendingCount)} />;
}
