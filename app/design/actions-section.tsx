"use client";

import { Check, Ellipsis, Pencil, Plus, Search, Settings2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { CopyableId } from "@/components/ui/copyable-id";
import { HoldButton } from "@/components/ui/hold-button";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import { LinkButton } from "@/components/ui/link-button";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { ShortcutKeys } from "@/components/ui/shortcut-keys";
import { TextLink } from "@/components/ui/text-link";
import { toast } from "@/components/ui/toast";
import { Section, Specimen } from "./specimen";

export function ActionsSection() {
  const [view, setView] = useState<"list" | "board" | "json">("list");
  const [confirmed, setConfirmed] = useState(0);
  return (
    <Section title="Actions">
      <Specimen name="Button">
        <Button variant="primary" iconStart={<Plus aria-hidden />}>
          New policy
        </Button>
        <Button>Secondary</Button>
        <Button variant="ghost">Ghost</Button>
        <Button variant="danger">Delete</Button>
        <Button variant="danger-quiet">Deny</Button>
        <Button variant="positive">Approve</Button>
        <Button variant="urgent">Break glass</Button>
      </Specimen>
      <Specimen name="Button: sizes and states">
        <Button size="sm">Small</Button>
        <Button size="md">Medium</Button>
        <Button size="lg">Large</Button>
        <Button disabled>Disabled</Button>
        <Button variant="primary" disabled>
          Disabled
        </Button>
        <Button loading>Saving</Button>
        <Button variant="primary" loading>
          Saving
        </Button>
      </Specimen>
      <Specimen name="Icon button, link button, link">
        <IconButton label="Edit" shortcut="E">
          <Pencil aria-hidden />
        </IconButton>
        <IconButton label="Settings" variant="secondary">
          <Settings2 aria-hidden />
        </IconButton>
        <IconButton label="More" size="sm">
          <Ellipsis aria-hidden />
        </IconButton>
        <IconButton label="Search" loading>
          <Search aria-hidden />
        </IconButton>
        <LinkButton href="/design/shell">Link button</LinkButton>
        <span>
          A <TextLink href="/design/shell">link in text</TextLink> runs along.
        </span>
      </Specimen>
      <Specimen name="Hold to confirm">
        <HoldButton
          label="Approve"
          variant="positive"
          icon={<Check aria-hidden strokeWidth={3} />}
          onConfirm={() => {
            setConfirmed((count) => count + 1);
            toast.success("Held to the end");
          }}
        />
        <HoldButton label="Approve" loading onConfirm={() => undefined} />
        <HoldButton label="Approve" disabled onConfirm={() => undefined} />
        <span data-testid="held" className="num text-ink-muted text-sm">
          {confirmed} confirmed
        </span>
      </Specimen>
      <Specimen name="Segmented control">
        <SegmentedControl
          aria-label="View"
          value={view}
          onValueChange={setView}
          segments={[
            { value: "list", label: "List" },
            { value: "board", label: "Board" },
            { value: "json", label: "JSON" },
          ]}
        />
      </Specimen>
      <Specimen name="Copy, keys">
        <CopyableId id="dec_01JD4Z8QF6S3T7V9XKBN2M5RWA" noun="decision id" />
        <CopyableId id="9f2c4e6a8b0d1f3e5c7a9b2d4f6e8a0c" noun="hash" shorten />
        <CopyButton text="npm run demo">Copy command</CopyButton>
        <Kbd>Esc</Kbd>
        <ShortcutKeys keys="mod+k" />
        <ShortcutKeys keys="g i" />
      </Specimen>
    </Section>
  );
}
