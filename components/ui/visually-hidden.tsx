import type { ComponentProps } from "react";

/** Said by screen readers, not drawn. */
export function VisuallyHidden(props: ComponentProps<"span">) {
  return <span {...props} className="sr-only" />;
}
