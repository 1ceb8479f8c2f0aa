import { Compass } from "lucide-react";
import type { Metadata } from "next";
import { MessageScreen } from "@/components/shell/message-screen";
import { LinkButton } from "@/components/ui/link-button";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <MessageScreen
      whole
      icon={<Compass aria-hidden />}
      title="Nothing stands here"
      actions={
        <LinkButton href="/" variant="primary">
          Go to the start
        </LinkButton>
      }
    >
      <p>The address may be mistyped, what it named may be gone, or your role may not include it.</p>
    </MessageScreen>
  );
}
