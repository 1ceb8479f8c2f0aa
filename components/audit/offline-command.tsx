"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyableId } from "@/components/ui/copyable-id";
import { auditQueries } from "@/lib/client/audit-queries";

/** How to check an export where nothing of ours runs. */
export function OfflineCommand() {
  const list = useInfiniteQuery(auditQueries.checkpoints());
  const key = list.data?.pages[0]?.items[0]?.verifier_key;
  const command = key === undefined ? "npx kynara verify FILE" : `npx kynara verify FILE --key '${key}'`;
  return (
    <Card>
      <CardHeader
        title="Verify without us"
        description="The same check as a command: no server, no network, no account. Exit code 0 holds, 1 broken, 2 unreadable."
      />
      <CardBody className="flex flex-col gap-3">
        <CodeBlock code={command} label="Command that verifies an export offline" wrap />
        {key === undefined ? null : (
          <p className="flex flex-wrap items-center gap-x-2 text-ink-muted text-sm">
            Verifier key: <CopyableId id={key} noun="verifier key" />
          </p>
        )}
      </CardBody>
    </Card>
  );
}
