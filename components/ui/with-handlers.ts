type Handler = (event: never) => void;

/** Handlers to be added to an element that may have its own, which are called first. */
export function withHandlers<Added extends Record<string, Handler>>(
  own: Readonly<Record<string, unknown>>,
  added: Added,
): Added {
  const both = Object.entries(added).map(([name, handler]) => {
    const first = own[name];
    if (typeof first !== "function") return [name, handler];
    return [
      name,
      (event: never) => {
        first(event);
        handler(event);
      },
    ];
  });
  return Object.fromEntries(both) as Added;
}
