import type { KeyboardEvent } from "react";

type InputKeyPress = KeyboardEvent<HTMLInputElement> & { preventBaseUIHandler: () => void };

/**
 * For the input of a combobox. With its list closed, Escape belongs to what lies around it: a popover, a dialog. Base UI
 * would take it and empty the field, of all its values at once where there are several.
 */
export function keepValueOnEscape(event: InputKeyPress): void {
  const isClosed = event.currentTarget.getAttribute("aria-expanded") !== "true";
  if (event.key === "Escape" && isClosed) event.preventBaseUIHandler();
}
