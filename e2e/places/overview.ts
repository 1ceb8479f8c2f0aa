import { at, headed, type Place } from "../support/place";
import { PLACES_SHEET, SESSION_ENDING, SHELL_SCENES } from "./shell";

export const OVERVIEW_PLACES: readonly Place[] = [
  {
    name: "overview",
    route: "/overview",
    as: "admin",
    path: at("/overview"),
    ready: headed,
    scenes: [...SHELL_SCENES, PLACES_SHEET],
  },
  {
    name: "overview-physician",
    route: "/overview",
    as: "physician",
    path: at("/overview"),
    ready: headed,
    scenes: [SESSION_ENDING],
  },
];
