import { Siren } from "lucide-react";
import { Callout } from "@/components/ui/callout";
import { LinkButton } from "@/components/ui/link-button";

/** Emergency access that is live now; nothing where none is. */
export function GrantsLine({ live }: { live: number }) {
  if (live === 0) return null;
  return (
    <Callout
      tone="urgent"
      title={live === 1 ? "1 emergency access is live" : `${live} emergency accesses are live`}
      actions={
        <LinkButton href="/audit?type=grant.*" size="sm" iconStart={<Siren aria-hidden />}>
          See who took it
        </LinkButton>
      }
    >
      Every decision that it touches is marked in the log.
    </Callout>
  );
}
