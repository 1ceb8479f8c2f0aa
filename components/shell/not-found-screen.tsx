import { SearchX } from "lucide-react";
import { LinkButton } from "@/components/ui/link-button";
import { MessageScreen } from "./message-screen";

interface NotFoundScreenProps {
  title: string;
  /** What may be the cause, and what to do. */
  text: string;
  /** The way out: the list in which it would stand. */
  way: { href: string; label: string };
  /** Fills the window instead of the page's area. */
  whole?: boolean;
}

/** What every address shows at which nothing stands, with the words of its place. */
export function NotFoundScreen({ title, text, way, whole = false }: NotFoundScreenProps) {
  return (
    <MessageScreen
      whole={whole}
      icon={<SearchX aria-hidden />}
      title={title}
      actions={
        <LinkButton href={way.href} variant="primary">
          {way.label}
        </LinkButton>
      }
    >
      <p>{text}</p>
    </MessageScreen>
  );
}
