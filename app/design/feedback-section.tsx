"use client";

import { Inbox, SearchX } from "lucide-react";
import { SignInAgain } from "@/components/shell/sign-in-again";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { Progress } from "@/components/ui/progress";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";
import { Spinner } from "@/components/ui/spinner";
import { toast } from "@/components/ui/toast";
import { Section, Specimen } from "./specimen";

export function FeedbackSection() {
  return (
    <Section title="Feedback">
      <Specimen name="Callout" className="flex-col items-stretch">
        <Callout tone="info">This policy is a draft; nothing is decided by it yet.</Callout>
        <Callout tone="positive" title="The log is whole">
          48,211 entries were verified against the checkpoint of 09:00.
        </Callout>
        <Callout tone="caution" title="Two people are needed" actions={<Button size="sm">Invite</Button>}>
          Nobody else in this unit may approve.
        </Callout>
        <Callout tone="negative" title="The policy was not saved">
          Somebody published version 15 meanwhile. Compare, then save again.
        </Callout>
        <Callout tone="urgent" title="Emergency access is running">
          It ends by itself in 24 minutes.
        </Callout>
      </Specimen>
      <Specimen name="Bars over the head of a page" className="flex-col items-stretch">
        <Callout tone="caution" appearance="bar" title="You are offline">
          Nothing you decide arrives. Decide once the connection is back.
        </Callout>
        <Callout
          tone="caution"
          appearance="bar"
          title="Your session ends in 4:59"
          actions={<Button>Stay signed in</Button>}
        >
          What you have typed stays on this page.
        </Callout>
        <Callout tone="urgent" appearance="bar" title="Emergency access is running" />
      </Specimen>
      <Specimen name="Signing in over the page" className="block">
        <SignInAgain email="maya.okafor@riverside.example" onSignIn={async () => "refused"} />
      </Specimen>
      <Specimen name="Progress, loading" className="flex-col items-stretch gap-5">
        <Progress label="Verifying" value={62} valueText="620,000 of 1,000,000" />
        <Progress label="Exporting" value={null} valueText="Starting" />
        <Progress label="Verified" value={100} tone="positive" />
        <div className="flex items-center gap-3 text-ink-muted">
          <Spinner />
          <Spinner label="Loading decisions" className="size-5" />
          <Skeleton className="w-40" />
        </div>
        <SkeletonRows rows={3} label="Loading policies" />
      </Specimen>
      <Specimen name="Empty states" className="block">
        <EmptyState
          icon={<Inbox />}
          title="Nothing waits for you"
          description="Requests from agents appear here the moment they need a decision."
          actions={<Button>See what was decided</Button>}
        />
        <EmptyState
          size="inline"
          icon={<SearchX />}
          title="No entry matches"
          description="Take away a filter."
        />
      </Specimen>
      <Specimen name="Toast">
        <Button
          onClick={() =>
            toast.success("Policy published", { description: "Version 15 decides from now on." })
          }
        >
          Success
        </Button>
        <Button
          onClick={() =>
            toast.info("Approved in 5 seconds", {
              undo: () => new Promise((resolve) => setTimeout(resolve, 300)),
            })
          }
        >
          With undo
        </Button>
        <Button
          onClick={() =>
            toast.success("Ward scribe is switched off", {
              undo: () => {
                throw new Error("Somebody else has deleted the agent meanwhile.");
              },
            })
          }
        >
          Undo that fails
        </Button>
        <Button
          onClick={() =>
            toast.error("The vote did not count", { description: "Dr. Okafor decided two seconds earlier." })
          }
        >
          Error
        </Button>
      </Specimen>
    </Section>
  );
}
