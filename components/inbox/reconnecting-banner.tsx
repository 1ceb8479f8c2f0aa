"use client";

import { Callout } from "@/components/ui/callout";
import { useInbox } from "./inbox-context";

/** Lies over the head of the page, so that nothing moves when the connection comes and goes. */
export function ReconnectingBanner() {
  const { status } = useInbox();
  if (status !== "lost") return null;
  return (
    <div className="sticky top-13 z-bar h-0">
      <Callout tone="caution" appearance="bar" live title="Reconnecting…">
        New requests and other people’s decisions may be missing here until the connection is back.
      </Callout>
    </div>
  );
}
