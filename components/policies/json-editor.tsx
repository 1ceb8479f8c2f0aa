"use client";

import { CircleAlert, CircleDashed, Undo2 } from "lucide-react";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { controlStyles } from "@/components/ui/control-styles";
import { CopyButton } from "@/components/ui/copy-button";
import type { Fault } from "@/lib/contracts/faults";
import type { TextFault } from "./document/draft-history";
import { type JsonPlace, lineOf, locateJson, placeOf } from "./document/json-places";
import { usePolicyFaultWords } from "./fault-words";
import type { RoleChoice } from "./form/form-fields";
import type { CodeEditor, CodeEditorHandle } from "./json/code-editor";
import { usePolicyFacts } from "./json/use-policy-facts";

interface JsonEditorProps {
  text: string;
  textFault: TextFault | null;
  faults: readonly Fault[];
  roles: readonly RoleChoice[] | null;
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

type Words = ReturnType<typeof usePolicyFaultWords>;

function remarksOf(
  text: string,
  textFault: TextFault | null,
  faults: readonly Fault[],
  words: Words,
  textWords: (code: TextFault["code"]) => string,
): Remark[] {
  if (textFault !== null) {
    const { offset, code } = textFault;
    const place = { start: offset, end: Math.min(offset + 1, text.length) };
    return [{ key: "text", line: lineOf(text, offset), place, pointer: "", message: textWords(code) }];
  }
  const located = locateJson(text);
  if (located.kind === "broken") return [];
  return faults.map((fault) => {
    const { pointer } = fault;
    const place = placeOf(located.places, pointer);
    return {
      key: `${pointer} ${fault.message}`,
      line: lineOf(text, place.start),
      place,
      pointer,
      message: words(fault),
    };
  });
}

/** The document as text. Faults stand at their places and are listed below, each leading there. */
export function JsonEditor(props: JsonEditorProps) {
  const { text, textFault, faults, roles, accusing, onTextChange, onDiscardText } = props;
  const t = useTranslations("policies.json");
  const words = usePolicyFaultWords();
  const faultText = useTranslations("policies.form.faults");
  const facts = usePolicyFacts(roles);
  const Code = useCodeEditor();
  const area = useRef<HTMLTextAreaElement>(null);
  const code = useRef<CodeEditorHandle>(null);
  const selected = useRef<{ from: number; to: number } | null>(null);
  const listId = useId();
  const urgent = accusing || textFault !== null;
  const remarks = useMemo(
    () => remarksOf(text, textFault, faults, words, (code) => faultText(code)),
    [text, textFault, faults, words, faultText],
  );
  const marks = useMemo(
    () =>
      remarks.map(({ place, message }) => ({
        from: place.start,
        to: Math.max(place.end, place.start + 1),
        message,
        severity: urgent ? ("error" as const) : ("info" as const),
      })),
    [remarks, urgent],
  );
  const shared = {
    text,
    label: t("label"),
    describedBy: remarks.length > 0 ? listId : undefined,
    onTextChange,
  };

  function show({ place }: Remark) {
    code.current?.select(place.start, place.end);
    area.current?.focus();
    area.current?.setSelectionRange(place.start, place.end);
  }

  return (
    <div className="flex min-w-0 flex-col gap-2">
      <div className="relative flex min-w-0">
        {Code === null ? (
          <PlainEditor
            {...shared}
            area={area}
            isBroken={textFault !== null}
            onSelection={(next) => {
              selected.current = next;
            }}
          />
        ) : (
          <Code {...shared} remarks={marks} facts={facts} startSelection={selected.current} handle={code} />
        )}
        <CopyButton text={text} label={t("copy")} className="absolute top-1 right-2 bg-surface" />
      </div>
      {remarks.length > 0 ? (
        <RemarkList id={listId} remarks={remarks} urgent={urgent} onShow={show} />
      ) : (
        <p className="text-ink-faint text-sm">{t("sameDocument")}</p>
      )}
      {textFault ? (
        <Button size="sm" className="self-start" iconStart={<Undo2 aria-hidden />} onClick={onDiscardText}>
          {t("discard")}
        </Button>
      ) : null}
    </div>
  );
}

/** The full editor, once the browser has it: it is loaded when this view is first shown, and never elsewhere. */
function useCodeEditor(): typeof CodeEditor | null {
  const [loaded, setLoaded] = useState<{ Code: typeof CodeEditor } | null>(null);
  useEffect(() => {
    let here = true;
    // Without it (an old release's page, a lost connection) the plain field goes on doing its work.
    import("./json/code-editor").then(
      (module) => here && setLoaded({ Code: module.CodeEditor }),
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, []);
  return loaded?.Code ?? null;
}

interface PlainEditorProps {
  text: string;
  label: string;
  describedBy: string | undefined;
  isBroken: boolean;
  area: React.RefObject<HTMLTextAreaElement | null>;
  onTextChange: (text: string) => void;
  /** What is selected while the field has the focus; null when it has not. */
  onSelection: (selection: { from: number; to: number } | null) => void;
}

/** A plain field over the same text, until the full editor is there. */
function PlainEditor({
  text,
  label,
  describedBy,
  isBroken,
  area,
  onTextChange,
  onSelection,
}: PlainEditorProps) {
  const lines = text.split("\n").length;
  return (
    <textarea
      ref={area}
      value={text}
      aria-label={label}
      aria-invalid={isBroken || undefined}
      aria-describedby={describedBy}
      spellCheck={false}
      autoCapitalize="off"
      autoCorrect="off"
      wrap="off"
      rows={Math.max(lines, 12)}
      onChange={(event) => onTextChange(event.target.value)}
      onSelect={({ currentTarget }) =>
        onSelection({ from: currentTarget.selectionStart, to: currentTarget.selectionEnd })
      }
      onBlur={() => onSelection(null)}
      className={cn(
        controlStyles(),
        "scroll-thin block h-auto max-h-[max(18rem,calc(100dvh-25rem))] min-h-72 resize-none overflow-auto whitespace-pre py-2 pl-11 font-mono text-xs leading-5",
      )}
    />
  );
}

interface RemarkListProps {
  id: string;
  remarks: readonly Remark[];
  urgent: boolean;
  onShow: (remark: Remark) => void;
}

function RemarkList({ id, remarks, urgent, onShow }: RemarkListProps) {
  const t = useTranslations("policies.json");
  const Mark = urgent ? CircleAlert : CircleDashed;
  return (
    <ul id={id} className="flex flex-col gap-1">
      {remarks.map((remark) => (
        <li key={remark.key}>
          <button
            type="button"
            onClick={() => onShow(remark)}
            className={cn(
              "flex min-h-6 w-full items-start gap-1.5 rounded-sm py-0.5 text-left text-sm hover:underline pointer-coarse:min-h-11",
              urgent ? "text-negative-ink" : "text-ink-muted",
            )}
          >
            <Mark aria-hidden className="mt-px size-4 shrink-0" />
            <span className="min-w-0 break-words">
              {t.rich(remark.pointer === "" ? "remark" : "remarkAt", {
                line: String(remark.line),
                pointer: remark.pointer,
                message: remark.message,
                code: (inner) => <code className="break-all text-xs">{inner}</code>,
              })}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
