import { SearchX } from "lucide-react";
import { MessageScreen } from "@/components/shell/message-screen";
import { LinkButton } from "@/components/ui/link-button";

export default function RequestNotFound() {
  return (
    <MessageScreen
      icon={<SearchX aria-hidden />}
      title="No such request"
      actions={
        <LinkButton href="/inbox" variant="primary">
          Go to the inbox
        </LinkButton>
      }
    >
      <p>The link may be cut off, or the request belongs to another organization. Nothing was changed.</p>
    </MessageScreen>
  );
}
