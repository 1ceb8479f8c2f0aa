"use client";

import { useMutation } from "@tanstack/react-query";
import { Server } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { call } from "@/lib/client/call";
import { auditEndpoints } from "@/lib/contracts/endpoints/audit";

const titles = {
  holds: "The log holds",
  broken: "The log does not hold",
  unreadable: "The log cannot be read",
};
const tones = { holds: "positive", broken: "negative", unreadable: "caution" } as const;

/** The same check where the log lies: quicker, and against every checkpoint that was ever copied out. */
export function VerifyServer() {
  const verify = useMutation({ mutationFn: () => call(auditEndpoints.verify, { body: {} }) });
  const result = verify.data;
  return (
    <Card>
      <CardHeader
        title="Verify on the server"
        description="Quicker, and against every checkpoint that was signed. You trust the server for its answer."
      />
      <CardBody className="flex flex-col gap-4">
        <div>
          <Button
            iconStart={<Server aria-hidden />}
            loading={verify.isPending}
            onClick={() => verify.mutate()}
          >
            {verify.isPending ? "Verifying…" : "Verify on the server"}
          </Button>
        </div>
        {verify.error ? (
          <Callout tone="caution" live title="Nothing was proved">
            {verify.error.message}
          </Callout>
        ) : null}
        {result ? (
          <Callout tone={tones[result.verdict]} live title={titles[result.verdict]}>
            {result.message}
          </Callout>
        ) : null}
      </CardBody>
    </Card>
  );
}
