import { cva } from "class-variance-authority";

/** The frame shared by every control that holds a value: input, select, combobox, textarea. */
export const controlStyles = cva(
  [
    "w-full min-w-0 rounded-md border border-field bg-surface text-ink shadow-control",
    "transition-[border-color,box-shadow] duration-fast hover:border-ink-faint",
    "focus-visible:border-focus focus-visible:outline-1 focus-visible:outline-offset-0",
    "disabled:cursor-not-allowed disabled:border-line-strong disabled:bg-sunken disabled:text-ink-faint disabled:shadow-none",
    "data-disabled:cursor-not-allowed data-disabled:border-line-strong data-disabled:bg-sunken data-disabled:text-ink-faint",
    "aria-invalid:border-negative data-invalid:border-negative",
    "pointer-coarse:min-h-11",
  ],
  {
    variants: {
      size: { sm: "h-7 px-2 text-sm", md: "h-8 px-2.5 text-base", lg: "h-10 px-3 text-base" },
    },
    defaultVariants: { size: "md" },
  },
);

/** A field of several lines, which grows with its text up to the limit a class sets (`max-h-…`). */
export const textareaStyles = "field-sizing-content block h-auto max-h-96 min-h-[4.5rem] resize-y py-1.5";
