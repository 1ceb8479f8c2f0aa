/**
 * One value as an address's query holds it, say the chosen tab: how it is read and how it is written.
 *
 * `Value` includes what stands for "not given": null, or the default that never appears in the address.
 */
export interface SearchParam<Value> {
  /** Of a text that means nothing here as of one that is missing: what stands for "not given". */
  readonly read: (text: string | null) => Value;
  /** null: leave it out of the address. */
  readonly write: (value: Value) => string | null;
}

// biome-ignore lint/suspicious/noExplicitAny: a parameter both takes and gives its value, so no narrower type holds all of them.
export type SearchParams = Readonly<Record<string, SearchParam<any>>>;

export type ValuesOf<Params extends SearchParams> = {
  [Name in keyof Params]: Params[Name] extends SearchParam<infer Value> ? Value : never;
};

/** A page's query as Next hands it over. */
export type PageSearch = Readonly<Record<string, string | string[] | undefined>>;

/** Any text. */
export const text: SearchParam<string | null> = { read: (given) => given, write: (value) => value };

/** A whole number, such as an entry's place in the log. */
export const wholeNumber: SearchParam<number | null> = {
  read: (given) => (given !== null && /^-?\d{1,15}$/.test(given) ? Number(given) : null),
  write: (value) => (value === null ? null : String(value)),
};

/** One of these words. */
export function oneOf<const Choice extends string>(choices: readonly Choice[]): SearchParam<Choice | null> {
  return { read: (given) => choices.find((choice) => choice === given) ?? null, write: (value) => value };
}

/** The same parameter, with a value of its own where none is given; that one is left out of the address. */
export function withDefault<Value>(
  param: SearchParam<Value | null>,
  fallback: NonNullable<Value>,
): SearchParam<NonNullable<Value>> {
  return {
    read: (given) => param.read(given) ?? fallback,
    write: (value) => (value === fallback ? null : param.write(value)),
  };
}

/** The values of an address; of a parameter that is given twice the first counts. */
export function readSearch<Params extends SearchParams>(
  params: Params,
  search: URLSearchParams | PageSearch,
): ValuesOf<Params> {
  const given = (name: string): string | null => {
    if (search instanceof URLSearchParams) return search.get(name);
    const value = search[name];
    return (Array.isArray(value) ? value[0] : value) ?? null;
  };
  return Object.fromEntries(
    Object.entries(params).map(([name, param]) => [name, param.read(given(name))]),
  ) as ValuesOf<Params>;
}

/**
 * An address's query with some of its values changed and everything else as it was.
 *
 * @param changes null for a value, or for all of them, takes it out.
 */
export function changeSearch<Params extends SearchParams>(
  params: Params,
  search: URLSearchParams,
  changes: SearchChanges<Params> | null,
): URLSearchParams {
  const changed = new URLSearchParams(search);
  for (const [name, param] of Object.entries(params)) {
    const value = changes === null ? null : changes[name];
    if (value === undefined) continue;
    const written = value === null ? null : param.write(value);
    if (written === null) changed.delete(name);
    else changed.set(name, written);
  }
  return changed;
}

export type SearchChanges<Params extends SearchParams> = {
  readonly [Name in keyof Params]?: ValuesOf<Params>[Name] | null | undefined;
};
