/** For longer than a slow network takes to bring a field's code; after it, keys mean again what they mean to the page. */
const HELD_AT_MOST_MS = 5000;

let typed = "";
let stop: (() => void) | null = null;

/**
 * Keeps what is typed between the key that opens a field and the field's having the focus. It would be lost else, or mean
 * something to the page beneath, where a "d" opens the question why to deny.
 *
 * @returns lets go, where the field is closed before it came.
 */
export function holdTyping(): () => void {
  letGo();
  function onKeyDown(event: KeyboardEvent) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") return letGo();
    if (event.key === "Backspace") typed = typed.slice(0, -1);
    else if (event.key.length === 1) typed += event.key;
    // Enter would press what has the focus still.
    else if (event.key !== "Enter") return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
  const timer = setTimeout(letGo, HELD_AT_MOST_MS);
  window.addEventListener("keydown", onKeyDown, { capture: true });
  stop = () => {
    clearTimeout(timer);
    window.removeEventListener("keydown", onKeyDown, { capture: true });
  };
  return letGo;
}

/** What was held, for the field that has the focus now. */
export function takeTyped(): string {
  const taken = typed;
  letGo();
  return taken;
}

function letGo(): void {
  stop?.();
  stop = null;
  typed = "";
}
