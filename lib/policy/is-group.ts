import { isGroupOperator } from "./operators";
import type { GroupCondition, TestCondition } from "./types";

export function isGroup(condition: GroupCondition | TestCondition): condition is GroupCondition {
  return isGroupOperator(condition.op);
}
