"use client";

import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { bracketMatching, indentOnInput } from "@codemirror/language";
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { Annotation, EditorState, type Extension } from "@codemirror/state";
import { EditorView, highlightActiveLineGutter, keymap, lineNumbers, tooltips } from "@codemirror/view";
import { type RefObject, useEffect, useImperativeHandle, useRef } from "react";
import { useTranslations } from "#i18n";
import { editorTheme } from "./editor-theme";
import { policyCompletions } from "./policy-completions";
import type { PolicyFacts } from "./policy-facts";
import { policyHover } from "./policy-hover";

export interface CodeRemark {
  readonly from: number;
  readonly to: number;
  readonly message: string;
  readonly severity: "error" | "info";
}

export interface CodeEditorHandle {
  select: (from: number, to: number) => void;
}

export interface CodeEditorProps {
  text: string;
  label: string;
  /** The list of remarks below, for screen readers. */
  describedBy: string | undefined;
  remarks: readonly CodeRemark[];
  facts: PolicyFacts;
  onTextChange: (text: string) => void;
  /** What was selected in the plain field that this one takes the place of; null where it had no focus. */
  startSelection: { from: number; to: number } | null;
  handle: RefObject<CodeEditorHandle | null>;
}

/** Below the wide layout the page's bars lie over the end of a long text: the line that is typed stays above them. */
const NARROW = "(max-width: 79.99rem)";
const BARS_PIXELS = 136;

/** A change that came from the document and not from the typist. */
const FromDocument = Annotation.define<boolean>();

/** JSON with completion, documentation and markers. It keeps no history: the document's own is the only one. */
export function CodeEditor(props: CodeEditorProps) {
  const { text, remarks, describedBy, label, handle } = props;
  const t = useTranslations("policies.json.editor");
  const box = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const phrases = {
    Completions: t("completions"),
    Diagnostics: t("diagnostics"),
    "No diagnostics": t("noDiagnostics"),
    close: t("close"),
  };
  const start = useRef({ phrases, label });

  useEffect(() => {
    if (box.current === null) return;
    const { text: doc, startSelection } = latest.current;
    const state = EditorState.create({ doc, extensions: extensionsFor(latest, start.current) });
    const made = new EditorView({ state, parent: box.current });
    view.current = made;
    if (startSelection !== null) {
      const { from, to } = within(made, startSelection);
      made.dispatch({ selection: { anchor: from, head: to } });
      made.focus();
    }
    return () => {
      made.destroy();
      view.current = null;
    };
  }, []);

  useEffect(() => {
    const change = view.current && changeTo(view.current.state, text);
    if (change) view.current?.dispatch({ changes: change, annotations: FromDocument.of(true) });
  }, [text]);

  useEffect(() => {
    if (view.current === null) return;
    const { length } = view.current.state.doc;
    const diagnostics = remarks.map(
      ({ from, to, message, severity }): Diagnostic => ({
        from: Math.min(from, length),
        to: Math.min(to, length),
        message,
        severity,
      }),
    );
    view.current.dispatch(setDiagnostics(view.current.state, diagnostics));
  }, [remarks]);

  useEffect(() => {
    const content = view.current?.contentDOM;
    if (describedBy === undefined) content?.removeAttribute("aria-describedby");
    else content?.setAttribute("aria-describedby", describedBy);
  }, [describedBy]);

  useImperativeHandle(handle, () => ({
    select: (from, to) => {
      if (view.current === null) return;
      const place = within(view.current, { from, to });
      view.current.dispatch({
        selection: { anchor: place.from, head: place.to },
        effects: EditorView.scrollIntoView(place.from, { y: "center" }),
      });
      view.current.focus();
    },
  }));

  return <div ref={box} className="min-w-0 flex-1" />;
}

function within(view: EditorView, { from, to }: { from: number; to: number }) {
  const { length } = view.state.doc;
  return { from: Math.min(from, length), to: Math.min(to, length) };
}

function extensionsFor(
  latest: RefObject<CodeEditorProps>,
  { phrases, label }: { phrases: Record<string, string>; label: string },
): Extension {
  const facts = () => latest.current.facts;
  return [
    lineNumbers(),
    highlightActiveLineGutter(),
    lintGutter(),
    json(),
    bracketMatching(),
    closeBrackets(),
    indentOnInput(),
    autocompletion({ override: [policyCompletions(facts)], icons: false }),
    policyHover(facts),
    editorTheme,
    // Tab leaves the editor, as it leaves every other control.
    keymap.of([...closeBracketsKeymap, ...completionKeymap, ...lintKeymap, ...defaultKeymap]),
    tooltips({ position: "fixed" }),
    EditorView.lineWrapping,
    EditorView.scrollMargins.of(() => ({ bottom: window.matchMedia(NARROW).matches ? BARS_PIXELS : 0 })),
    EditorView.cspNonce.of(pageNonce()),
    EditorState.phrases.of(phrases),
    EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", tabindex: "0" }),
    EditorView.updateListener.of((update) => {
      const own = update.transactions.some((one) => one.docChanged && !one.annotation(FromDocument));
      if (own) latest.current.onTextChange(update.state.doc.toString());
    }),
  ];
}

/** The page's own nonce, which its policy asks of every style element: scripts may read it, style sheets cannot. */
function pageNonce(): string {
  return document.querySelector<HTMLElement>("script[nonce], style[nonce]")?.nonce ?? "";
}

/** The smallest change that makes a text of the one in the editor, so that the cursor stays where it is. */
function changeTo(state: EditorState, text: string): { from: number; to: number; insert: string } | null {
  const before = state.doc.toString();
  if (before === text) return null;
  let from = 0;
  const shorter = Math.min(before.length, text.length);
  while (from < shorter && before[from] === text[from]) from += 1;
  let end = 0;
  while (end < shorter - from && before.at(-1 - end) === text.at(-1 - end)) end += 1;
  return { from, to: before.length - end, insert: text.slice(from, text.length - end) };
}
