import { cva, type VariantProps } from "class-variance-authority";

export const buttonVariants = cva(
  [
    "inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium",
    "transition-[background-color,border-color,color,box-shadow] duration-fast",
    "disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55",
    "pointer-coarse:min-h-11",
    "[&_svg]:size-4 [&_svg]:shrink-0",
  ],
  {
    variants: {
      variant: {
        primary: "border-transparent bg-accent text-accent-on shadow-control hover:bg-accent-hover",
        secondary: "border-line-strong bg-surface text-ink shadow-control hover:bg-hover active:bg-pressed",
        ghost:
          "border-transparent bg-transparent text-ink-muted hover:bg-hover hover:text-ink active:bg-pressed",
        danger: "border-transparent bg-negative text-negative-on shadow-control hover:bg-negative-hover",
        "danger-quiet":
          "border-line-strong bg-surface text-negative-ink shadow-control hover:border-negative-line hover:bg-negative-soft",
        positive: "border-transparent bg-positive text-positive-on shadow-control hover:bg-positive-hover",
        urgent: "border-transparent bg-urgent text-urgent-on shadow-control hover:bg-urgent-hover",
      },
      size: {
        sm: "h-7 px-2.5 text-sm",
        md: "h-8 px-3 text-base",
        lg: "h-10 px-4 text-base",
      },
      block: { true: "w-full" },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

export type ButtonVariants = VariantProps<typeof buttonVariants>;
