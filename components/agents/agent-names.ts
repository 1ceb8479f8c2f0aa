/** What people and roles are called, by id and by name; what is missing is shown as it is stored. */
export interface AgentNames {
  people: Readonly<Record<string, string>>;
  roles: Readonly<Record<string, string>>;
}
