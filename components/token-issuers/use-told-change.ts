"use client";

import { useEffect } from "react";

/** Tells the dialog around a form whether something is entered in it, for as long as the form is there. */
export function useToldChange(isChanged: boolean, onChanged: (isChanged: boolean) => void): void {
  useEffect(() => {
    onChanged(isChanged);
    return () => onChanged(false);
  }, [isChanged, onChanged]);
}
