"use client";

import { useEffect } from "react";
import type { Approval } from "@/lib/contracts/approvals";
import { useInbox } from "./inbox-context";

const MAX_TIMEOUT_MS = 2_147_483_647;

/** Asks the server at the moment the time is over: its clock decides, not this device's. */
export function useExpiry({ id, state, expires_at }: Approval): void {
  const { refresh } = useInbox();
  useEffect(() => {
    if (state !== "pending") return;
    const left = Date.parse(expires_at) - Date.now() + 250;
    if (left > MAX_TIMEOUT_MS) return;
    const timer = setTimeout(() => void refresh(id), Math.max(1000, left));
    return () => clearTimeout(timer);
  }, [id, state, expires_at, refresh]);
}
