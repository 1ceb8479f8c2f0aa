"use client";

import { createContext, useContext } from "react";

/** What a failure says to the person who met it; null where nothing is known but that it failed. */
export type ErrorWords = (error: unknown) => string | null;

/** Filled by the application, which knows the errors of its API; without it an error speaks for itself. */
export const ErrorWordsContext = createContext<ErrorWords>((error) =>
  error instanceof Error ? error.message : null,
);

export const useErrorWords = (): ErrorWords => useContext(ErrorWordsContext);
