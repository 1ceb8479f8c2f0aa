import type { EditorState } from "@codemirror/state";
import { hoverTooltip } from "@codemirror/view";
import { isOperator } from "@/lib/policy";
import { jsonContextAt, unquoted } from "./json-context";
import type { PolicyFacts } from "./policy-facts";

export interface HoverWords {
  readonly from: number;
  readonly to: number;
  readonly title: string;
  readonly words: string;
}

/** What is to be said of the name or value at a place; null where there is nothing. */
export function hoverWordsAt(state: EditorState, at: number, facts: PolicyFacts): HoverWords | null {
  const place = jsonContextAt(state, at);
  if (place === null || place.from === place.to) return null;
  const text = unquoted(state.sliceDoc(place.from, place.to));
  const shown = { from: place.from, to: place.to, title: text };
  if (place.kind === "name") {
    const words = facts.memberWords(text);
    return words === undefined ? null : { ...shown, words };
  }
  if (place.path.at(-1) === "op" && isOperator(text)) {
    const { label, help } = facts.operatorWords(text);
    return { ...shown, words: `${label}: ${help}` };
  }
  const known = facts.references(true).find((one) => one.path === text);
  if (known !== undefined) {
    return { ...shown, words: [known.detail, known.info].filter((part) => part !== "").join(" · ") };
  }
  const words = facts.valueWords(text);
  return words === undefined ? null : { ...shown, words };
}

/** Documentation beneath the pointer. The same stands beside each completion, where the keyboard reaches it. */
export function policyHover(facts: () => PolicyFacts) {
  return hoverTooltip((view, at) => {
    const found = hoverWordsAt(view.state, at, facts());
    if (found === null || found.words === "") return null;
    return {
      pos: found.from,
      end: found.to,
      above: true,
      create: () => ({ dom: tooltipOf(found) }),
    };
  });
}

function tooltipOf({ title, words }: HoverWords): HTMLElement {
  const dom = document.createElement("div");
  dom.className = "cm-policy-words";
  const name = document.createElement("code");
  name.textContent = title;
  const text = document.createElement("p");
  text.textContent = words;
  dom.append(name, text);
  return dom;
}
