export const backdropStyles = [
  "fixed inset-0 z-overlay bg-scrim transition-opacity duration-base",
  "data-starting-style:opacity-0 data-ending-style:opacity-0",
].join(" ");

export const dialogPopupStyles = [
  "fixed z-overlay flex flex-col overflow-hidden bg-raised text-ink shadow-dialog outline-none",
  "inset-x-0 bottom-0 max-h-[92dvh] rounded-t-xl pb-[env(safe-area-inset-bottom)]",
  "sm:inset-x-auto sm:top-[12dvh] sm:bottom-auto sm:left-1/2 sm:max-h-[76dvh] sm:w-[calc(100vw-2rem)] sm:-translate-x-1/2 sm:rounded-xl sm:pb-0",
  "transition-[opacity,transform] duration-base ease-enter data-ending-style:pointer-events-none",
  "data-starting-style:translate-y-4 data-ending-style:translate-y-4 data-starting-style:opacity-0 data-ending-style:opacity-0",
  "sm:data-starting-style:translate-y-0 sm:data-starting-style:scale-[0.98] sm:data-ending-style:translate-y-0 sm:data-ending-style:scale-[0.98]",
].join(" ");
