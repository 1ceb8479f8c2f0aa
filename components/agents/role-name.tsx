import type { ReactNode } from "react";

/** The name of a role within a sentence: for `t.rich`. */
export const roleName = (words: ReactNode) => (
  <span key="role" className="font-medium text-ink">
    {words}
  </span>
);
