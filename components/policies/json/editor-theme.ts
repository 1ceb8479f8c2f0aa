import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** The interface's own colours, which change with its theme (app/globals.css). */
const frame = EditorView.theme({
  "&": {
    color: "var(--c-ink)",
    backgroundColor: "var(--c-surface)",
    fontSize: "0.75rem",
    border: "1px solid var(--c-field)",
    borderRadius: "0.375rem",
    maxHeight: "max(18rem, calc(100dvh - 25rem))",
  },
  // The editor notes its focus a moment late; the outline is there at once.
  "&.cm-focused, &:focus-within": { outline: "1px solid var(--c-focus)", borderColor: "var(--c-focus)" },
  ".cm-scroller": { fontFamily: "var(--f-mono)", lineHeight: "1.25rem", borderRadius: "inherit" },
  ".cm-content, .cm-gutter": { minHeight: "18rem" },
  ".cm-content": { padding: "0.5rem 0", caretColor: "var(--c-ink)" },
  ".cm-cursor": { borderLeftColor: "var(--c-ink)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground, .cm-content ::selection":
    { backgroundColor: "var(--c-accent-line)" },
  ".cm-gutters": {
    color: "var(--c-ink-faint)",
    backgroundColor: "var(--c-sunken)",
    borderRight: "1px solid var(--c-line)",
  },
  ".cm-activeLineGutter": { color: "var(--c-ink)", backgroundColor: "var(--c-hover)" },
  "&.cm-focused .cm-matchingBracket": {
    backgroundColor: "var(--c-accent-soft)",
    outline: "1px solid var(--c-accent-line)",
  },
  ".cm-matchingBracket, .cm-nonmatchingBracket": { backgroundColor: "transparent" },
  "&.cm-focused .cm-nonmatchingBracket": {
    backgroundColor: "var(--c-negative-soft)",
  },
  ".cm-lintRange-error": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--c-negative)",
    textUnderlineOffset: "3px",
  },
  ".cm-lintRange-info": {
    backgroundImage: "none",
    textDecoration: "underline dotted var(--c-ink-faint)",
    textUnderlineOffset: "3px",
  },
  ".cm-tooltip": {
    color: "var(--c-ink)",
    backgroundColor: "var(--c-raised)",
    border: "1px solid var(--c-line-strong)",
    borderRadius: "0.5rem",
    boxShadow: "var(--shadow-popover)",
    overflow: "hidden",
  },
  ".cm-tooltip .cm-policy-words": {
    padding: "0.375rem 0.625rem",
    maxWidth: "22rem",
    fontFamily: "var(--f-sans)",
  },
  ".cm-policy-words code": { fontFamily: "var(--f-mono)", fontSize: "0.75rem", color: "var(--c-ink-muted)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--f-mono)", maxHeight: "14rem" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "0.1875rem 0.625rem" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": {
    color: "var(--c-ink)",
    backgroundColor: "var(--c-accent-soft)",
  },
  ".cm-completionDetail": { color: "var(--c-ink-muted)", fontFamily: "var(--f-sans)", fontStyle: "normal" },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "700" },
  ".cm-tooltip.cm-completionInfo": {
    padding: "0.375rem 0.625rem",
    fontFamily: "var(--f-sans)",
    maxWidth: "18rem",
  },
  ".cm-completionIcon": { display: "none" },
  ".cm-diagnostic": { borderLeft: "none", padding: "0.375rem 0.625rem", fontFamily: "var(--f-sans)" },
  ".cm-lint-marker": { width: "0.625rem", height: "0.625rem", content: '""', borderRadius: "50%" },
  ".cm-lint-marker-error": { backgroundColor: "var(--c-negative)" },
  ".cm-lint-marker-info": { border: "1.5px solid var(--c-ink-faint)" },
  ".cm-gutter-lint": { width: "1rem" },
  ".cm-gutter-lint .cm-gutterElement": { padding: "0.3125rem 0 0 0.1875rem" },
  ".cm-snippetField": { backgroundColor: "var(--c-accent-soft)" },
});

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: "var(--c-accent-ink)" },
  { tag: tags.string, color: "var(--c-positive-ink)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--c-info-ink)" },
  { tag: [tags.separator, tags.squareBracket, tags.brace], color: "var(--c-ink-muted)" },
  { tag: tags.invalid, color: "var(--c-negative-ink)" },
]);

export const editorTheme = [frame, syntaxHighlighting(colours)];
