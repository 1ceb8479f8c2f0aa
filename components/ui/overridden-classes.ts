/**
 * What each class of ours sets, so that of two classes of one element the later stands, whichever of them the style sheet
 * happens to write first. A class is dropped when a later one, under the same conditions, sets everything that it sets.
 *
 * tailwind-merge knows every class of Tailwind and weighs 9 kB in each first visit; this knows the ones that stand in this
 * application and weighs under one. The test holds the two together for every pair of classes in the source, so that a class
 * that is missing here is named there.
 */
const SETS: readonly (readonly [pattern: RegExp, sets: string])[] = [
  [
    /^(?:block|inline|inline-block|flex|inline-flex|grid|inline-grid|table|contents|hidden|flow-root)$/,
    "display",
  ],
  [/^(?:static|fixed|absolute|relative|sticky)$/, "position"],
  [/^(?:visible|invisible|collapse)$/, "visibility"],
  [/^-?inset-(?![xy]-)/, "top right bottom left"],
  [/^-?inset-x-/, "right left"],
  [/^-?inset-y-/, "top bottom"],
  [/^-?(top|right|bottom|left|z|order)-/, "$1"],
  [/^-?([mp])-/, "$1t $1r $1b $1l"],
  [/^-?([mp])x-/, "$1r $1l"],
  [/^-?([mp])y-/, "$1t $1b"],
  [/^-?([mp][trbl])-/, "$1"],
  [/^size-/, "w h"],
  [/^((?:min-|max-)?[wh])-/, "$1"],
  [/^gap-(?![xy]-)/, "gap-x gap-y"],
  [/^(gap-[xy]|space-[xy])-/, "$1"],
  [/^flex-(?:row|col)/, "flex-direction"],
  [/^flex-(?:no)?wrap/, "flex-wrap"],
  [/^flex-/, "flex grow shrink basis"],
  [/^(grow|shrink|basis)(?:-|$)/, "$1"],
  [/^(items|justify-items|justify-self|justify|self|place-items|place-content|place-self)-/, "$1"],
  [/^(content)-(?:center|start|end|between|around|evenly|stretch|baseline|normal)$/, "$1"],
  [/^(grid-cols|grid-rows|grid-flow|auto-cols|auto-rows)-/, "$1"],
  [/^(col|row)-(?:span-|auto)/, "$1-start-end"],
  [/^(col-start|col-end|row-start|row-end)-/, "$1"],
  [/^overflow-(?![xy]-)/, "overflow-x overflow-y"],
  [/^(overflow-[xy])-/, "$1"],
  [/^overscroll-(?![xy]-)/, "overscroll-x overscroll-y"],
  [/^(overscroll-[xy])-/, "$1"],
  [/^text-(?:left|center|right|justify|start|end)$/, "text-align"],
  [/^text-(?:wrap|nowrap|balance|pretty)$/, "text-wrap"],
  [/^(?:truncate|text-ellipsis|text-clip)$/, "text-overflow"],
  [/^text-(?:(?:\d?x)?[sl]|base|\d?x?l|\d?xs|sm|md|lg)(?:$|\/)/, "font-size leading"],
  [/^text-\[\d/, "font-size leading"],
  [/^text-/, "color"],
  [/^font-(?:sans|serif|mono|display)$/, "font-family"],
  [/^font-/, "font-weight"],
  [/^(leading|tracking|underline-offset|whitespace|hyphens|align|indent|line-clamp)-/, "$1"],
  [/^decoration-/, "text-decoration-color"],
  [/^wrap-/, "overflow-wrap"],
  [/^(?:underline|overline|line-through|no-underline)$/, "text-decoration-line"],
  [/^(?:uppercase|lowercase|capitalize|normal-case)$/, "text-transform"],
  [/^(?:not-)?italic$/, "font-style"],
  [/^(?:not-)?sr-only$/, "sr"],
  [/^(@container)(?:\/|$)/, "$1"],
  [/^(break-(?:before|after|inside))-/, "$1"],
  [/^break-(?:normal|words|all|keep)$/, "word-break"],
  [/^rounded(?:-(?:none|xs|sm|md|lg|xl|full|\[.*|\d?xl))?$/, "rounded-tl rounded-tr rounded-br rounded-bl"],
  [/^rounded-t(?:-|$)/, "rounded-tl rounded-tr"],
  [/^rounded-b(?:-|$)/, "rounded-br rounded-bl"],
  [/^rounded-l(?:-|$)/, "rounded-tl rounded-bl"],
  [/^rounded-r(?:-|$)/, "rounded-tr rounded-br"],
  [/^border(?:-\d)?$/, "border-wt border-wr border-wb border-wl"],
  [/^border-x(?:-\d)?$/, "border-wr border-wl"],
  [/^border-y(?:-\d)?$/, "border-wt border-wb"],
  [/^border-([trbl])(?:-\d)?$/, "border-w$1"],
  [/^border-(?:solid|dashed|dotted|double|hidden|none)$/, "border-style"],
  [/^border-(?:separate|collapse)$/, "border-collapse"],
  [/^border-spacing-/, "border-spacing"],
  [/^border-([trbl])-/, "border-c$1"],
  [/^border-/, "border-ct border-cr border-cb border-cl"],
  [/^outline(?:-\d)?$/, "outline-width"],
  [/^-?(outline-offset)-/, "$1"],
  [/^outline-(?:solid|dashed|dotted|double|hidden|none)$/, "outline-style"],
  [/^outline-/, "outline-color"],
  [/^ring(?:-\d)?$/, "ring-width"],
  [/^ring-offset-\d/, "ring-offset-width"],
  [/^ring-offset-/, "ring-offset-color"],
  [/^ring-inset$/, "ring-inset"],
  [/^ring-/, "ring-color"],
  [/^shadow(?:-|$)/, "shadow"],
  [/^bg-/, "background-color"],
  [
    /^(opacity|cursor|duration|delay|ease|select|object|aspect|appearance|will-change|touch|fill|origin|animate|accent|list|caret)-/,
    "$1",
  ],
  [/^(transition|resize|filter|backdrop-blur)(?:-|$)/, "$1"],
  [/^(pointer-events|field-sizing|scheme|tap-highlight)-/, "$1"],
  [/^(scroll-m[trblxy]?|scroll-p[trblxy]?)-/, "$1"],
  [/^stroke-(?:\d|\[)/, "stroke-width"],
  [/^stroke-/, "stroke"],
  [/^-?(rotate|skew-[xy]|translate-[xy])-/, "$1"],
  [/^-?translate-(?![xy]-)/, "translate-x translate-y translate"],
  [/^scale-(?![xy]-)/, "scale-x scale-y scale"],
  [/^(scale-[xy])-/, "$1"],
  [/^(divide-[xy])(?:-\d)?$/, "$1"],
  [/^divide-/, "divide-color"],
  [/^\[([a-z-]+):/, "[$1]"],
];

export function withoutOverridden(classes: string): string {
  const set = new Map<string, Set<string>>();
  const kept: string[] = [];
  for (const name of classes.split(/\s+/).reverse()) {
    if (name === "") continue;
    const { condition, properties } = read(name);
    if (properties.length > 0) {
      const later = set.get(condition) ?? new Set();
      if (properties.every((property) => later.has(property))) continue;
      for (const property of properties) later.add(property);
      set.set(condition, later);
    }
    kept.push(name);
  }
  return kept.reverse().join(" ");
}

/** `pointer-coarse:min-h-11!`: when it holds, and what it sets then; nothing for a class that is not Tailwind's. */
function read(name: string): { condition: string; properties: readonly string[] } {
  const start = endOfConditions(name);
  const important = name.endsWith("!") ? "!" : "";
  const utility = important ? name.slice(start, -1) : name.slice(start);
  const properties = SETS.find(([pattern]) => pattern.test(utility));
  if (!properties) return { condition: "", properties: [] };
  const [pattern, sets] = properties;
  const match = pattern.exec(utility);
  return {
    condition: name.slice(0, start) + important,
    properties: sets.replaceAll("$1", match?.[1] ?? "").split(" "),
  };
}

/** Where the class itself begins: after the last colon that stands in no brackets. */
function endOfConditions(name: string): number {
  let depth = 0;
  let end = 0;
  for (let at = 0; at < name.length; at++) {
    const char = name[at];
    if (char === "[" || char === "(") depth++;
    else if (char === "]" || char === ")") depth--;
    else if (char === ":" && depth === 0) end = at + 1;
  }
  return end;
}
