import type { JsonObject, JsonValue } from "@/lib/policy";
import type { RoleChoice } from "./form-fields";

/** What each part of the approval rules is given. */
export interface ApprovalPartProps {
  rules: JsonObject;
  onRuleChange: (name: string) => (value: JsonValue | undefined) => void;
  roles: readonly RoleChoice[] | null;
}
