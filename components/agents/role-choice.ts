/** A role as the form offers it, with what it permits in words. */
export interface RoleChoice {
  name: string;
  displayName: string;
  permits: string[];
}
