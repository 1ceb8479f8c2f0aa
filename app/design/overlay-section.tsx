"use client";

import { Copy, Ellipsis, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { CommandPalette } from "@/components/ui/command-palette";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DataItem, DataList } from "@/components/ui/data-list";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Drawer, DrawerClose } from "@/components/ui/drawer";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Menu, MenuGroup, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { Popover } from "@/components/ui/popover";
import { toast } from "@/components/ui/toast";
import { Tooltip } from "@/components/ui/tooltip";
import { Section, Specimen } from "./specimen";

function PaletteExample() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Command palette</Button>
      <CommandPalette
        open={open}
        onOpenChange={setOpen}
        groups={[
          {
            id: "go",
            label: "Go to",
            commands: ["Inbox", "Policies", "Audit"].map((label) => ({
              id: label,
              label,
              onSelect: () => toast.info(label),
            })),
          },
        ]}
      />
    </>
  );
}

export function OverlaySection() {
  return (
    <Section title="Overlays">
      <Specimen name="Dialogs">
        <Dialog
          trigger={<Button>Dialog</Button>}
          title="Rename agent"
          description="Its keys and history stay as they are."
          footer={
            <>
              <DialogClose render={<Button>Cancel</Button>} />
              <DialogClose render={<Button variant="primary">Rename</Button>} />
            </>
          }
        >
          <Field label="Name">
            <Input defaultValue="Ward scribe" />
          </Field>
        </Dialog>
        <ConfirmDialog
          trigger={<Button variant="danger-quiet">Confirm</Button>}
          title="Disable Ward scribe?"
          description="Its next call is denied. Two requests that wait for approval are cancelled. You can enable it again."
          confirmLabel="Disable agent"
          tone="danger"
          onConfirm={() => new Promise((resolve) => setTimeout(resolve, 600))}
        />
        <ConfirmDialog
          trigger={<Button>Confirm that fails</Button>}
          title="Publish version 15?"
          description="It decides from the next request on."
          confirmLabel="Publish"
          onConfirm={() => {
            throw new Error("Version 15 was published by somebody else. Nothing was changed.");
          }}
        />
        <Drawer
          trigger={<Button>Drawer</Button>}
          title="Decision"
          description="Ward scribe, ehr.read"
          footer={<DrawerClose render={<Button>Done</Button>} />}
        >
          <DataList>
            <DataItem label="Patient">Jonas Berg</DataItem>
            <DataItem label="Rule">Ask a physician for diagnoses</DataItem>
          </DataList>
        </Drawer>
        <PaletteExample />
      </Specimen>
      <Specimen name="Popover, tooltip, menu">
        <Popover trigger={<Button>Popover</Button>} title="Why this was asked">
          <p className="text-ink-muted">The policy “Diagnoses need a physician” stands at priority 100.</p>
        </Popover>
        <Tooltip content="Copies the id" shortcut="C">
          <Button>Tooltip</Button>
        </Tooltip>
        <Menu
          trigger={
            <IconButton label="More for Ward scribe" variant="secondary">
              <Ellipsis aria-hidden />
            </IconButton>
          }
        >
          <MenuGroup label="Agent">
            <MenuItem icon={<Pencil aria-hidden />} shortcut="E" onSelect={() => toast.info("Edit")}>
              Edit
            </MenuItem>
            <MenuItem icon={<Copy aria-hidden />} href="/design/shell">
              Open shell
            </MenuItem>
          </MenuGroup>
          <MenuSeparator />
          <MenuItem icon={<Trash2 aria-hidden />} tone="danger" onSelect={() => toast.error("Deleted")}>
            Delete
          </MenuItem>
        </Menu>
      </Specimen>
    </Section>
  );
}
