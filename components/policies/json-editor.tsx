"use client";

import { CircleAlert, CircleDashed, Undo2 } from "lucide-react";
import { useId, useMemo, useRef } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { controlStyles } from "@/components/ui/control-styles";
import { CopyButton } from "@/components/ui/copy-button";
import type { Fault } from "@/lib/policy";
import type { TextFault } from "./document/draft-history";
import { type JsonPlace, lineOf, locateJson, placeOf } from "./document/json-places";

interface JsonEditorProps {
  text: string;
  textFault: TextFault | null;
  faults: readonly Fault[];
  /** Whether faults are mistakes by now, and not merely what is still to be filled in. */
  accusing: boolean;
  onTextChange: (text: string) => void;
  onDiscardText: () => void;
}

interface Remark {
  key: string;
  line: number;
  place: JsonPlace;
  pointer: string;
  message: string;
}

function remarksOf(text: string, textFault: TextFault | null, faults: readonly Fault[]): Remark[] {
  if (textFault !== null) {
    const { offset, message } = textFault;
    const place = { start: offset, end: Math.min(offset + 1, text.length) };
    return [{ key: "text", line: lineOf(text, offset), place, pointer: "", message }];
  }
  const located = locateJson(text);
  if (located.kind === "broken") return [];
  return faults.map(({ pointer, message }) => {
    const place = placeOf(located.places, pointer);
    return { key: `${pointer} ${message}`, line: lineOf(text, place.start), place, pointer, message };
  });
}

/** The document as text. Faults stand at their lines and lead there. */
export function JsonEditor(props: JsonEditorProps) {
  const { text, textFault, faults, accusing, onTextChange, onDiscardText } = props;
  const urgent = accusing || textFault !== null;
  const Mark = urgent ? CircleAlert : CircleDashed;
  const area = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLDivElement>(null);
  const listId = useId();
  const remarks = useMemo(() => remarksOf(text, textFault, faults), [text, textFault, faults]);
  const faulty = new Set(remarks.map((remark) => remark.line));
  const lines = text.split("\n").length;

  function show({ place }: Remark) {
    area.current?.focus();
    area.current?.setSelectionRange(place.start, place.end);
  }

  return (
    <div className="flex min-w-0 flex-col gap-2">
      <div className="relative flex min-w-0">
        <div
          ref={gutter}
          aria-hidden
          className="pointer-events-none absolute inset-y-px left-px w-9 overflow-hidden rounded-l-md border-line border-r bg-sunken py-2 text-right font-mono text-ink-faint text-xs leading-5"
        >
          {Array.from({ length: lines }, (_, index) => (
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number.
              key={index}
              className={cn(
                "num pr-1.5",
                faulty.has(index + 1) &&
                  (urgent ? "bg-negative-soft font-semibold text-negative-ink" : "font-semibold text-ink"),
              )}
            >
              {index + 1}
            </div>
          ))}
        </div>
        <textarea
          ref={area}
          value={text}
          aria-label="Policy as JSON"
          aria-invalid={textFault !== null || undefined}
          aria-describedby={remarks.length > 0 ? listId : undefined}
          spellCheck={false}
          autoCapitalize="off"
          autoCorrect="off"
          wrap="off"
          rows={Math.max(lines, 12)}
          onChange={(event) => onTextChange(event.target.value)}
          onScroll={(event) => {
            if (gutter.current) gutter.current.scrollTop = event.currentTarget.scrollTop;
          }}
          className={cn(
            controlStyles(),
            "scroll-thin block h-auto max-h-[max(18rem,calc(100dvh-25rem))] resize-y overflow-auto whitespace-pre py-2 pl-11 font-mono text-xs leading-5",
          )}
        />
        <CopyButton text={text} label="Copy JSON" className="absolute top-1 right-2 bg-surface" />
      </div>
      {remarks.length > 0 ? (
        <ul id={listId} className="flex flex-col gap-1">
          {remarks.map((remark) => (
            <li key={remark.key}>
              <button
                type="button"
                onClick={() => show(remark)}
                className={cn(
                  "flex min-h-6 w-full items-start gap-1.5 rounded-sm py-0.5 text-left text-sm hover:underline pointer-coarse:min-h-11",
                  urgent ? "text-negative-ink" : "text-ink-muted",
                )}
              >
                <Mark aria-hidden className="mt-px size-4 shrink-0" />
                <span className="min-w-0 break-words">
                  Line {remark.line}
                  {remark.pointer ? (
                    <>
                      {" "}
                      · <code className="break-all text-xs">{remark.pointer}</code>
                    </>
                  ) : null}
                  : {remark.message}
                </span>
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-faint text-sm">Form and JSON are the same document: edit either.</p>
      )}
      {textFault ? (
        <Button size="sm" className="self-start" iconStart={<Undo2 aria-hidden />} onClick={onDiscardText}>
          Back to the last complete text
        </Button>
      ) : null}
    </div>
  );
}
