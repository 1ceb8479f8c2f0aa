import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

interface TableProps extends ComponentProps<"table"> {
  /** Names the table for screen readers. */
  label: string;
  /** Height limit of the scroller, so that the header can stay: `max-h-[70dvh]`. */
  scrollClassName?: string | undefined;
}

/** A dense table in a keyboard-scrollable frame; the header sticks to the frame's top. */
export function Table({ label, scrollClassName, className, ...rest }: TableProps) {
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller without focusable content must be reachable by keyboard (axe scrollable-region-focusable).
      tabIndex={0}
      aria-label={label}
      className={cn("scroll-thin w-full overflow-auto focus-visible:-outline-offset-2", scrollClassName)}
    >
      <table
        {...rest}
        className={cn("w-full border-separate border-spacing-0 text-left text-base", className)}
      />
    </section>
  );
}

export function TableHead({ className, ...rest }: ComponentProps<"thead">) {
  return <thead {...rest} className={cn("sticky top-0 z-10", className)} />;
}

export function TableBody(props: ComponentProps<"tbody">) {
  return <tbody {...props} />;
}

interface TableRowProps extends ComponentProps<"tr"> {
  selected?: boolean | undefined;
  /** Shows that the row reacts; its first cell holds the link or button that keyboards use. */
  interactive?: boolean | undefined;
}

export function TableRow({ selected, interactive, className, ...rest }: TableRowProps) {
  return (
    <tr
      {...rest}
      {...(selected === undefined ? {} : { "data-selected": selected })}
      className={cn(
        "group/row",
        interactive && "relative transition-colors duration-fast hover:bg-hover",
        selected && "bg-accent-soft hover:bg-accent-soft",
        className,
      )}
    />
  );
}

interface TableHeaderCellProps extends ComponentProps<"th"> {
  numeric?: boolean;
  /** Present: the column can be sorted; the value is its present order. */
  sort?: "ascending" | "descending" | "none" | undefined;
  onSort?: (() => void) | undefined;
}

const sortIcon = { ascending: ArrowUp, descending: ArrowDown, none: ChevronsUpDown };

export function TableHeaderCell({
  numeric,
  sort,
  onSort,
  className,
  children,
  ...rest
}: TableHeaderCellProps) {
  const Icon = sort ? sortIcon[sort] : null;
  return (
    <th
      scope="col"
      {...rest}
      {...(sort ? { "aria-sort": sort } : {})}
      className={cn(
        "h-8 whitespace-nowrap border-line border-b bg-sunken px-3 font-medium text-ink-muted text-xs first:pl-4 last:pr-4",
        numeric && "text-right",
        className,
      )}
    >
      {Icon && onSort ? (
        <button
          type="button"
          onClick={onSort}
          className="tap-target -mx-1 inline-flex items-center gap-1 rounded-sm px-1 hover:text-ink"
        >
          {children}
          <Icon aria-hidden className="size-3.5" />
        </button>
      ) : (
        children
      )}
    </th>
  );
}

interface TableCellProps extends ComponentProps<"td"> {
  numeric?: boolean;
  /** Identifiers and codes. */
  mono?: boolean;
  muted?: boolean;
}

export function TableCell({ numeric, mono, muted, className, ...rest }: TableCellProps) {
  return (
    <td
      {...rest}
      className={cn(
        "h-10 border-line border-b px-3 py-1.5 align-middle first:pl-4 last:pr-4 group-last/row:border-b-0",
        numeric && "num text-right",
        mono && "font-mono text-sm",
        muted && "text-ink-muted",
        className,
      )}
    />
  );
}

interface TableEmptyProps {
  /** Number of columns to span. */
  columns: number;
  children: ReactNode;
}

export function TableEmpty({ columns, children }: TableEmptyProps) {
  return (
    <tr>
      <td colSpan={columns} className="px-4 py-10 text-center text-ink-muted">
        {children}
      </td>
    </tr>
  );
}
