"use client";

import { useQueryClient } from "@tanstack/react-query";
import { History } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { call } from "@/lib/client/call";
import { policyQueries } from "@/lib/client/policy-queries";
import { policyEndpoints } from "@/lib/contracts/endpoints/policies";
import type { PolicyVersionView, PolicyView } from "@/lib/contracts/policies";
import type { JsonObject } from "@/lib/policy";
import { DiffView } from "./diff-view";

interface RestoreVersionProps {
  policy: PolicyView;
  version: PolicyVersionView;
}

/** Publishes an older version again, as a new one: history is only ever added to. */
export function RestoreVersion({ policy, version }: RestoreVersionProps) {
  const router = useRouter();
  const queries = useQueryClient();
  async function restore() {
    const made = await call(policyEndpoints.rollback, {
      params: { id: policy.id },
      body: { version: version.version },
      headers: { "if-match": `"${policy.version}"` },
    });
    await queries.invalidateQueries({ queryKey: policyQueries.all });
    const unchanged = made.version === policy.version;
    toast.success(unchanged ? "Nothing to restore" : `Version ${made.version} published`, {
      description: unchanged ? "The version in force says the same." : made.sentence,
    });
    router.push(`/policies/${policy.id}/versions`);
    router.refresh();
  }
  return (
    <ConfirmDialog
      trigger={<Button iconStart={<History aria-hidden />}>Restore this version</Button>}
      title={`Restore version ${version.version}?`}
      description={`Its content is published as version ${policy.version + 1} and decides from then on. This is what changes:`}
      confirmLabel="Restore version"
      onConfirm={restore}
    >
      <DiffView
        label="What would change"
        before={policy.document as JsonObject}
        after={version.document as JsonObject}
      />
    </ConfirmDialog>
  );
}
