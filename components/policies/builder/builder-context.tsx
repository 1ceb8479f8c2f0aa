"use client";

import { createContext } from "react";
import { type AttributePath, FIXED_PATHS } from "../document/attribute-path";

/** The attributes that references may be chosen from. */
export const AttributeContext = createContext<readonly AttributePath[]>(FIXED_PATHS);

/** Puts a changed node in the place of the old one; `place` is the JSON Pointer of what was edited. */
export type ChangeNode<T> = (next: T, place: string) => void;
