export const tabsListStyles = "scroll-thin flex min-w-0 gap-5 overflow-x-auto border-line border-b";

/** `data-active` comes from the headless tabs, `aria-current` from link tabs. */
export const tabStyles = [
  "-mb-px inline-flex h-9 shrink-0 items-center gap-1.5 border-transparent border-b-2 font-medium text-base text-ink-muted",
  "transition-colors duration-fast hover:text-ink focus-visible:-outline-offset-2 pointer-coarse:h-11",
  "data-active:border-accent data-active:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink",
].join(" ");
