"use client";

import { useTranslations } from "#i18n";
import { Dialog } from "@/components/ui/dialog";
import { ShortcutKeys } from "@/components/ui/shortcut-keys";
import { useShortcutList } from "@/components/ui/use-shortcuts";

interface KeyboardHelpProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Lists the keys that work on the page behind it, because it reads the registry that runs them. */
export function KeyboardHelp({ open, onOpenChange }: KeyboardHelpProps) {
  const t = useTranslations("shell.help");
  const shortcuts = useShortcutList();
  const groups = [...new Set(shortcuts.map((entry) => entry.group))];
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("title")} size="lg">
      <div className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
        {groups.map((group) => (
          <section key={group} className="flex flex-col gap-1">
            <h3 className="pb-1 font-medium text-ink-faint text-sm">{group}</h3>
            <dl className="flex flex-col">
              {shortcuts
                .filter((entry) => entry.group === group)
                .map((entry) => (
                  <div key={entry.keys} className="flex min-h-8 items-center justify-between gap-4">
                    <dt>{entry.label}</dt>
                    <dd>
                      <ShortcutKeys keys={entry.keys} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
