"use client";

import { Toast as Base } from "@base-ui/react/toast";
import { CircleAlert, CircleCheck, Info } from "lucide-react";
import { useEffect } from "react";
import { useTranslations } from "#i18n";
import { buttonVariants } from "./button-variants";
import { CloseButton } from "./close-button";
import { cn } from "./cn";
import { useErrorWords } from "./error-words";
import { showToastsIn, type ToastEntry, type ToastKind, type ToastOptions, toast } from "./toast";

interface ToastData {
  undo?: ToastOptions["undo"];
}

/** Long enough to notice the mistake, read the words and reach the button. */
const UNDO_MS = 10_000;
/** A screen reader follows a live region only from when it has stood in the page for a moment. */
const HEARD_MS = 50;

const manager = Base.createToastManager<ToastData>();

function show({ id, kind, title, options }: ToastEntry): void {
  const { description, action, undo, timeoutMs } = options;
  manager.add({
    id,
    type: kind,
    title,
    ...(description === undefined ? {} : { description }),
    timeout: timeoutMs ?? (kind === "error" ? 0 : undo ? UNDO_MS : 5000),
    ...(undo ? { data: { undo } } : {}),
    priority: kind === "error" ? "high" : "low",
    ...(action
      ? {
          actionProps: {
            children: action.label,
            onClick: () => {
              action.onPress();
              manager.close(id);
            },
          },
        }
      : {}),
  });
}

const icons = {
  success: <CircleCheck aria-hidden className="text-positive-ink" />,
  error: <CircleAlert aria-hidden className="text-negative-ink" />,
  info: <Info aria-hidden className="text-info-ink" />,
};

const rootStyles = [
  "[--gap:0.5rem] [--peek:0.5rem] [--scale:calc(max(0,1-(var(--toast-index)*0.05)))] [--shrink:calc(1-var(--scale))]",
  "[--height:var(--toast-frontmost-height,var(--toast-height))]",
  "[--offset-y:calc(var(--toast-offset-y)*-1-(var(--toast-index)*var(--gap))+var(--toast-swipe-movement-y))]",
  "absolute right-0 bottom-0 z-[calc(1000-var(--toast-index))] h-(--height) w-full origin-bottom select-none rounded-lg bg-raised text-ink shadow-popover",
  "[transform:translateX(var(--toast-swipe-movement-x))_translateY(calc(var(--toast-swipe-movement-y)-(var(--toast-index)*var(--peek))-(var(--shrink)*var(--height))))_scale(var(--scale))]",
  "transition-[transform,opacity,height] duration-slow ease-enter",
  "after:absolute after:top-full after:left-0 after:h-[calc(var(--gap)+1px)] after:w-full after:content-['']",
  "data-expanded:h-(--toast-height) data-expanded:[transform:translateX(var(--toast-swipe-movement-x))_translateY(var(--offset-y))]",
  "data-limited:opacity-0 data-starting-style:[transform:translateY(150%)] data-ending-style:opacity-0",
  "[&[data-ending-style]:not([data-swipe-direction])]:[transform:translateY(150%)]",
  "data-ending-style:data-[swipe-direction=right]:[transform:translateX(calc(var(--toast-swipe-movement-x)+150%))_translateY(var(--offset-y))]",
  "data-ending-style:data-[swipe-direction=down]:[transform:translateY(calc(var(--toast-swipe-movement-y)+150%))]",
].join(" ");

function UndoButton({ id, undo }: { id: string; undo: NonNullable<ToastOptions["undo"]> }) {
  const t = useTranslations("ui.toast");
  const errorWords = useErrorWords();

  async function takeBack() {
    manager.close(id);
    try {
      await undo();
      toast.info(t("undone"));
    } catch (error) {
      toast.error(t("notUndone"), { description: errorWords(error) });
    }
  }

  return (
    <button
      type="button"
      onClick={() => void takeBack()}
      className={cn(buttonVariants({ size: "sm" }), "-my-1")}
    >
      {t("undo")}
    </button>
  );
}

function ToastList() {
  const t = useTranslations("ui.toast");
  const { toasts } = Base.useToastManager<ToastData>();
  return toasts.map((entry) => (
    <Base.Root
      key={entry.id}
      toast={entry}
      swipeDirection={["right", "down"]}
      // Base UI hides an urgent toast from screen readers until it has the focus, and yet Tab reaches it.
      aria-hidden={false}
      className={rootStyles}
    >
      <Base.Content className="flex items-start gap-2.5 overflow-hidden p-3 transition-opacity data-behind:opacity-0 data-expanded:opacity-100">
        <span className="flex h-5 items-center [&_svg]:size-4">
          {icons[(entry.type as ToastKind | undefined) ?? "info"]}
        </span>
        <div className="flex min-w-0 flex-1 flex-col gap-0.5">
          <Base.Title className="font-medium text-base" />
          <Base.Description className="text-ink-muted text-sm" />
        </div>
        {entry.data?.undo ? <UndoButton id={entry.id} undo={entry.data.undo} /> : null}
        {entry.actionProps ? <Base.Action className={cn(buttonVariants({ size: "sm" }), "-my-1")} /> : null}
        {/* It is in sight at all times, so it is there for screen readers too, which Base UI grants on hover only. */}
        <Base.Close
          aria-hidden={false}
          render={<CloseButton label={t("dismiss")} size="sm" className="-my-1 -mr-1" />}
        />
      </Base.Content>
    </Base.Root>
  ));
}

/** The corner that shows toasts, on top of everything. */
export function ToastRegion() {
  useEffect(() => {
    let end: (() => void) | undefined;
    const timer = setTimeout(() => {
      end = showToastsIn({ show, close: (id) => manager.close(id) });
    }, HEARD_MS);
    return () => {
      clearTimeout(timer);
      end?.();
    };
  }, []);
  return (
    <Base.Provider toastManager={manager} limit={3}>
      <Base.Portal>
        <Base.Viewport className="fixed right-4 bottom-[calc(1rem+var(--bottom-bar,0px)+var(--bottom-edge,0px))] z-toast w-[calc(100vw-2rem)] print:hidden sm:right-6 sm:w-96">
          <ToastList />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}
