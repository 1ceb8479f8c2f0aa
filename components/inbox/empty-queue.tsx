import { Archive, CircleCheckBig, Inbox } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import type { InboxView } from "./inbox-view";

/** Why there is nothing to see, and what would change that. */
export function EmptyQueue({ view }: { view: InboxView }) {
  if (view.agent !== null || view.outcome !== null) {
    return (
      <EmptyState
        icon={<Inbox aria-hidden />}
        title="Nothing matches these filters"
        description="Take a filter away to see the other requests."
      />
    );
  }
  if (view.tab === "me") {
    return (
      <EmptyState
        icon={<CircleCheckBig aria-hidden />}
        title="Nothing is waiting for you"
        description="When an agent asks for something that you may decide, it appears here by itself."
      />
    );
  }
  if (view.tab === "open") {
    return (
      <EmptyState
        icon={<Inbox aria-hidden />}
        title="No open requests"
        description="Requests that agents make and people have not decided yet stand here."
      />
    );
  }
  return (
    <EmptyState
      icon={<Archive aria-hidden />}
      title="No history yet"
      description="Requests that were approved, denied, withdrawn or ran out of time stand here."
    />
  );
}
