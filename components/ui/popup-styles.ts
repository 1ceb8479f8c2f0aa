/** The list surface shared by select, combobox and menu. */
export const popupStyles =
  "popup-motion scroll-thin max-h-(--available-height) overflow-y-auto rounded-lg bg-raised p-1 text-ink shadow-popover outline-none";

export const popupItemStyles =
  "flex min-h-8 cursor-default select-none items-center gap-2 rounded-md px-2 py-1.5 text-base outline-none data-disabled:opacity-50 relative data-highlighted:bg-hover pointer-coarse:min-h-11";

export const popupGroupLabelStyles = "px-2 pt-2 pb-1 font-medium text-ink-faint text-xs";
