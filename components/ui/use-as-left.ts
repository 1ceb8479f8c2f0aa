import { useLayoutEffect, useRef } from "react";

/**
 * What a layer shows: live while it is in use, and as it was when its reader left it until it is off the screen. The
 * page behind learns an outcome before the layer has gone, and a question that turns into another one under a finger
 * gets answered by mistake.
 *
 * @param inUse false from the press that ends it
 * @param content what the layer would show now
 */
export function useAsLeft<T>(inUse: boolean, content: T): T {
  const last = useRef(content);
  useLayoutEffect(() => {
    if (inUse) last.current = content;
  });
  return inUse ? content : last.current;
}
