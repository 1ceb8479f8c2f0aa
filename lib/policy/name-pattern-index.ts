interface TrieNode {
  readonly children: Map<string, TrieNode>;
  /** Where `*` stands for exactly one segment. */
  any: TrieNode | null;
  /** The group of the pattern that ends here. */
  end: number | null;
  /** The group of the pattern whose last segment, here, is `*`: one segment or more. */
  open: number | null;
}

const newNode = (): TrieNode => ({ children: new Map(), any: null, end: null, open: null });

/**
 * Many name patterns at once. Policies with the same pattern form a group; a name finds the groups whose
 * pattern matches it, at a cost that depends on the name and not on how many patterns there are.
 */
export class NamePatternIndex {
  readonly #groups: number[][] = [];
  readonly #exact = new Map<string, number>();
  readonly #wildcards = newNode();

  /** Notes that a policy, named by its position, has this pattern. Positions are to be added in order. */
  add(pattern: string, position: number): void {
    const group = pattern.includes("*") ? this.#wildcardGroup(pattern) : this.#exactGroup(pattern);
    // A pattern that a policy lists twice counts once.
    if (group.at(-1) !== position) group.push(position);
  }

  /** How many groups there are. */
  get size(): number {
    return this.#groups.length;
  }

  /** The groups whose pattern matches the name. */
  find(name: string): readonly number[] {
    const found: number[] = [];
    const exact = this.#exact.get(name);
    if (exact !== undefined) found.push(exact);
    if (this.#groups.length > this.#exact.size) walk(this.#wildcards, name.split("."), 0, found);
    return found;
  }

  /** The positions in a group, ascending and without repetition. */
  positions(group: number): readonly number[] {
    return this.#groups[group] ?? [];
  }

  #exactGroup(pattern: string): number[] {
    const known = this.#exact.get(pattern);
    if (known !== undefined) return this.#group(known);
    this.#exact.set(pattern, this.#groups.length);
    return this.#newGroup();
  }

  #wildcardGroup(pattern: string): number[] {
    const segments = pattern.split(".");
    const open = segments.at(-1) === "*";
    let node = this.#wildcards;
    for (const segment of open ? segments.slice(0, -1) : segments) node = descend(node, segment);
    const known = open ? node.open : node.end;
    if (known !== null) return this.#group(known);
    if (open) node.open = this.#groups.length;
    else node.end = this.#groups.length;
    return this.#newGroup();
  }

  #group(index: number): number[] {
    return this.#groups[index] ?? [];
  }

  #newGroup(): number[] {
    const group: number[] = [];
    this.#groups.push(group);
    return group;
  }
}

function descend(node: TrieNode, segment: string): TrieNode {
  if (segment === "*") {
    node.any ??= newNode();
    return node.any;
  }
  const known = node.children.get(segment);
  if (known !== undefined) return known;
  const child = newNode();
  node.children.set(segment, child);
  return child;
}

/** Visits at most as many nodes as the patterns have, however long the name is. */
function walk(node: TrieNode, segments: readonly string[], at: number, found: number[]): void {
  const segment = segments[at];
  if (segment === undefined) {
    if (node.end !== null) found.push(node.end);
    return;
  }
  if (node.open !== null) found.push(node.open);
  const child = node.children.get(segment);
  if (child !== undefined) walk(child, segments, at + 1, found);
  if (node.any !== null) walk(node.any, segments, at + 1, found);
}
