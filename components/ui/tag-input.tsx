"use client";

import { X } from "lucide-react";
import { type ClipboardEvent, type KeyboardEvent, useId, useRef, useState } from "react";
import { useTranslations } from "#i18n";
import { cn } from "./cn";
import { controlStyles } from "./control-styles";

interface TagInputProps {
  values: readonly string[];
  onValuesChange: (values: string[]) => void;
  /** Null when the text may be added, else the sentence that says why not. */
  validate?: ((text: string) => string | null) | undefined;
  placeholder?: string | undefined;
  inputMode?: "text" | "numeric" | "decimal";
  mono?: boolean;
  disabled?: boolean;
  invalid?: boolean;
  "aria-label": string;
  className?: string | undefined;
}

/** A list of free values: Enter or comma adds, Backspace in the empty field takes the last, a pasted list is split. */
export function TagInput(props: TagInputProps) {
  const {
    values,
    onValuesChange,
    validate,
    placeholder,
    inputMode = "text",
    mono,
    disabled,
    invalid,
    className,
  } = props;
  const t = useTranslations("ui.tag");
  const [text, setText] = useState("");
  const [refusal, setRefusal] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const refusalId = useId();

  function add(candidates: readonly string[]): boolean {
    const fresh: string[] = [];
    for (const candidate of candidates.map((entry) => entry.trim()).filter(Boolean)) {
      const reason = validate?.(candidate) ?? null;
      if (reason !== null) {
        setRefusal(reason);
        return false;
      }
      if (!values.includes(candidate) && !fresh.includes(candidate)) fresh.push(candidate);
    }
    setRefusal(null);
    if (fresh.length > 0) onValuesChange([...values, ...fresh]);
    return true;
  }

  function remove(value: string) {
    onValuesChange(values.filter((entry) => entry !== value));
    input.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if ((event.key === "Enter" || event.key === ",") && !event.nativeEvent.isComposing) {
      event.preventDefault();
      if (add([text])) setText("");
    } else if (event.key === "Backspace" && text === "" && values.length > 0) {
      onValuesChange(values.slice(0, -1));
    }
  }

  function onPaste(event: ClipboardEvent<HTMLInputElement>) {
    const parts = event.clipboardData.getData("text").split(/[\n,;\t]+/);
    if (parts.length < 2) return;
    event.preventDefault();
    add(parts);
  }

  return (
    <div className={cn("flex w-full min-w-0 flex-col gap-1", className)}>
      <div
        className={cn(
          controlStyles(),
          "flex h-auto min-h-8 flex-wrap items-center gap-1 p-1",
          "has-[input:focus-visible]:border-focus has-[input:focus-visible]:outline has-[input:focus-visible]:outline-focus",
          (invalid || refusal) && "border-negative",
          disabled && "bg-sunken",
        )}
      >
        {values.map((value) => (
          <span
            key={value}
            className="inline-flex h-6 max-w-full items-center rounded-sm bg-sunken pl-1.5 text-sm"
          >
            <span className={cn("truncate", mono && "font-mono text-xs")}>{value}</span>
            <button
              type="button"
              disabled={disabled}
              onClick={() => remove(value)}
              aria-label={t("removeNamed", { name: value })}
              className="tap-target flex size-5 items-center justify-center rounded-sm text-ink-faint hover:text-ink"
            >
              <X aria-hidden className="size-3.5" />
            </button>
          </span>
        ))}
        <input
          ref={input}
          value={text}
          disabled={disabled}
          inputMode={inputMode}
          placeholder={values.length === 0 ? placeholder : undefined}
          aria-label={props["aria-label"]}
          aria-invalid={invalid || refusal !== null || undefined}
          aria-describedby={refusal ? refusalId : undefined}
          onChange={(event) => {
            setText(event.target.value);
            setRefusal(null);
          }}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={() => text.trim() !== "" && add([text]) && setText("")}
          className={cn(
            "h-6 min-w-20 flex-1 bg-transparent px-1.5 text-base outline-none",
            mono && "font-mono text-sm",
          )}
        />
      </div>
      {refusal ? (
        <p id={refusalId} role="alert" className="text-negative-ink text-sm">
          {refusal}
        </p>
      ) : null}
    </div>
  );
}
