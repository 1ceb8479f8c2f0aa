"use client";

import { useEffect } from "react";
import { useTranslations } from "#i18n";

/**
 * Stands in the popup of every combobox. Base UI puts a button before and behind the list, by which screen readers close it,
 * and calls both "Dismiss" whatever the language; this gives them their name.
 */
export function ComboboxClosers() {
  const label = useTranslations("ui")("close");
  useEffect(() => {
    for (const closer of document.querySelectorAll('span[role=button][aria-label="Dismiss"]')) {
      closer.setAttribute("aria-label", label);
    }
  }, [label]);
  return null;
}
