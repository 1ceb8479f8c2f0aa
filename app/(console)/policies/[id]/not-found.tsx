import { SearchX } from "lucide-react";
import { MessageScreen } from "@/components/shell/message-screen";
import { LinkButton } from "@/components/ui/link-button";

export default function PolicyNotFound() {
  return (
    <MessageScreen
      icon={<SearchX aria-hidden />}
      title="No such policy"
      actions={
        <LinkButton href="/policies" variant="primary">
          All policies
        </LinkButton>
      }
    >
      <p>
        There is no policy or version under this address in your organization. Check the link you followed.
      </p>
    </MessageScreen>
  );
}
