interface Searchable {
  label: string;
  description?: string | undefined;
  keywords?: readonly string[];
}

/** Keeps, in each group, what holds every typed word; matches at the start of the label stand first. Empty groups go. */
export function filterCommands<C extends Searchable, G extends { commands: readonly C[] }>(
  groups: readonly G[],
  query: string,
): G[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return groups
    .map((group) => ({ ...group, commands: matching(group.commands, words) }))
    .filter((group) => group.commands.length > 0);
}

function matching<C extends Searchable>(commands: readonly C[], words: readonly string[]): C[] {
  const first = words[0];
  if (first === undefined) return [...commands];
  const rank = (command: C) => (command.label.toLowerCase().startsWith(first) ? 0 : 1);
  return commands
    .filter((command) => {
      const text = [command.label, command.description ?? "", ...(command.keywords ?? [])]
        .join(" ")
        .toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .sort((one, other) => rank(one) - rank(other));
}
