import type { Member } from "../document/policy-members";
import type { RoleChoice } from "./form-fields";

/** What each part of the approval rules is given. */
export interface ApprovalPartProps {
  /** A rule by its name, to be shown and changed. */
  rule: (name: string) => Member;
  roles: readonly RoleChoice[] | null;
}
