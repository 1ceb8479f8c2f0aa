"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { Search } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from "react";
import { useTranslations } from "#i18n";
import { cn } from "./cn";
import { filterCommands } from "./filter-commands";
import { backdropStyles } from "./overlay-styles";
import { popupGroupLabelStyles } from "./popup-styles";
import { Spinner } from "./spinner";
import { takeTyped } from "./typed-ahead";

export interface Command {
  id: string;
  label: string;
  description?: string | undefined;
  /** Further words it is found by. */
  keywords?: readonly string[];
  icon?: ReactNode;
  end?: ReactNode;
  onSelect: () => void;
}

export interface CommandGroup {
  id: string;
  label: string;
  commands: readonly Command[];
}

interface CommandPaletteProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  groups: readonly CommandGroup[];
  /** Told of every keystroke, for groups that come from a search elsewhere. */
  onQueryChange?: (query: string) => void;
  loading?: boolean;
  placeholder?: string;
  emptyText?: string;
}

/** Go anywhere, do anything, by typing. The text field keeps the focus; arrows move, Enter takes. */
export function CommandPalette(props: CommandPaletteProps) {
  const t = useTranslations("ui");
  const { open, onOpenChange, groups, onQueryChange, loading } = props;
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => onOpenChange(next)}
      onOpenChangeComplete={(next) => !next && onQueryChange?.("")}
    >
      <Base.Portal>
        <Base.Backdrop className={backdropStyles} />
        <Base.Popup className="fixed top-[12dvh] left-1/2 z-overlay flex max-h-[60dvh] w-[calc(100vw-1.5rem)] max-w-xl -translate-x-1/2 flex-col overflow-hidden rounded-xl bg-raised text-ink shadow-dialog outline-none transition-[opacity,transform] duration-fast data-ending-style:scale-[0.98] data-starting-style:scale-[0.98] data-ending-style:opacity-0 data-starting-style:opacity-0">
          <Base.Title className="sr-only">{t("palette.title")}</Base.Title>
          <PaletteBody
            groups={groups}
            loading={loading ?? false}
            placeholder={props.placeholder ?? t("palette.placeholder")}
            emptyText={props.emptyText ?? t("combobox.empty")}
            onQueryChange={onQueryChange}
            onDone={() => onOpenChange(false)}
          />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

interface PaletteBodyProps {
  groups: readonly CommandGroup[];
  loading: boolean;
  placeholder: string;
  emptyText: string;
  onQueryChange: ((query: string) => void) | undefined;
  onDone: () => void;
}

function PaletteBody({ groups, loading, placeholder, emptyText, onQueryChange, onDone }: PaletteBodyProps) {
  const t = useTranslations("ui.palette");
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const found = useMemo(() => filterCommands(groups, query), [groups, query]);
  const flat = found.flatMap((group) => group.commands);
  const current = flat[Math.min(active, flat.length - 1)];

  useEffect(() => {
    if (current) document.getElementById(`${listId}-${current.id}`)?.scrollIntoView({ block: "nearest" });
  }, [current, listId]);

  function ask(text: string) {
    setQuery(text);
    setActive(0);
    onQueryChange?.(text);
  }

  function take(command: Command | undefined) {
    if (!command) return;
    onDone();
    command.onSelect();
  }

  function onKeyDown(event: KeyboardEvent) {
    const last = flat.length - 1;
    const moves: Record<string, number> = {
      ArrowDown: active >= last ? 0 : active + 1,
      ArrowUp: active <= 0 ? last : active - 1,
      Home: 0,
      End: last,
    };
    const next = moves[event.key];
    if (next !== undefined) {
      event.preventDefault();
      setActive(Math.max(0, next));
    } else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      take(current);
    }
  }

  return (
    <>
      <div className="flex items-center gap-2.5 border-line border-b px-4">
        {loading ? (
          <Spinner className="text-ink-faint" />
        ) : (
          <Search aria-hidden className="size-4 text-ink-faint" />
        )}
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={current ? `${listId}-${current.id}` : undefined}
          aria-label={placeholder}
          placeholder={placeholder}
          value={query}
          onChange={(event) => ask(event.target.value)}
          onFocus={() => {
            const ahead = takeTyped();
            if (ahead !== "") ask(query + ahead);
          }}
          onKeyDown={onKeyDown}
          autoComplete="off"
          spellCheck={false}
          className="h-12 w-full bg-transparent text-lg outline-none"
        />
      </div>
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label={t("results")}
        className="scroll-thin min-h-0 overflow-y-auto p-1.5"
      >
        {found.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group within a listbox, which fieldset cannot be.
          <div key={group.id} role="group" aria-label={group.label}>
            <p aria-hidden className={popupGroupLabelStyles}>
              {group.label}
            </p>
            {group.commands.map((command) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: focus stays in the field, which moves the active option (ARIA combobox pattern).
              <div
                key={command.id}
                id={`${listId}-${command.id}`}
                role="option"
                aria-selected={command === current}
                onPointerMove={() => setActive(flat.indexOf(command))}
                onClick={() => take(command)}
                className={cn(
                  "flex min-h-9 cursor-default items-center gap-2.5 rounded-md px-2 pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-faint",
                  command === current && "bg-hover",
                )}
              >
                {command.icon}
                <span className="flex min-w-0 flex-1 items-baseline gap-2">
                  <span className="truncate">{command.label}</span>
                  {command.description ? (
                    <span className="truncate text-ink-faint text-sm">{command.description}</span>
                  ) : null}
                </span>
                {command.end}
              </div>
            ))}
          </div>
        ))}
      </div>
      {flat.length === 0 ? (
        <p role="status" className="px-4 pb-6 text-center text-ink-muted">
          {loading ? t("searching") : emptyText}
        </p>
      ) : null}
    </>
  );
}
