import { formatReference, type ReferencePath } from "../reference";
import type { Scalar } from "../types";
import { ATTRIBUTE_NOUNS, type Noun, RESOURCE_NOUNS, ROLE_NOUNS, SYSTEM_NOUNS } from "./es-nouns";
import { spanishVerb } from "./es-operators";
import type { ActionPhrase, Joint, NounPhrase, PolicyWords } from "./policy-words";
import { attributeName, nameWithinResource, quotedText, spacedWords, systemInitials } from "./spaced-words";

const CONJUNCTIONS = { and: "y", or: "o", nor: "ni" } as const;
const OWNERS: Readonly<Record<string, Noun>> = {
  subject: { text: "agente", gender: "m", plural: false },
  on_behalf_of: { text: "persona representada", gender: "f", plural: false },
  action: { text: "acción", gender: "f", plural: false },
  resource: { text: "recurso", gender: "m", plural: false },
  approver: { text: "aprobador", gender: "m", plural: false },
};
const ROOTS: Readonly<Record<string, string>> = { context: "el contexto", env: "el entorno" };
const ITSELF: Readonly<Record<string, string>> = {
  "ctx.subject.type": "el tipo de solicitante",
  "ctx.on_behalf_of.type": "el tipo de persona representada",
  "ctx.action.name": "la acción",
  "ctx.resource.type": "el tipo de recurso",
  "ctx.resource.id": "el recurso",
  "ctx.env.time": "la hora",
  "ctx.env.region": "la región",
};
const COUNTS = ["ninguna", "una", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez"];
const VERBS: Readonly<Record<string, string>> = {
  add: "añade",
  adjudicate: "resuelve",
  admit: "ingresa",
  administer: "administra",
  approve: "aprueba",
  archive: "archiva",
  assign: "asigna",
  book: "reserva",
  cancel: "cancela",
  close: "cierra",
  create: "crea",
  delete: "elimina",
  dispense: "dispensa",
  download: "descarga",
  edit: "edita",
  export: "exporta",
  list: "lista",
  merge: "fusiona",
  order: "ordena",
  pay: "paga",
  prescribe: "prescribe",
  print: "imprime",
  query: "consulta",
  read: "lee",
  refer: "remite",
  refill: "resurte",
  remove: "quita",
  reschedule: "reprograma",
  review: "revisa",
  schedule: "programa",
  search: "busca",
  send: "envía",
  share: "comparte",
  sign: "firma",
  submit: "presenta",
  transfer: "transfiere",
  update: "actualiza",
  upload: "carga",
  view: "consulta",
  write: "escribe",
};

const own = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;
const the = ({ text, gender, plural }: Noun) =>
  `${plural ? (gender === "m" ? "los" : "las") : gender === "m" ? "el" : "la"} ${text}`;
const one = ({ text, gender }: Noun) => `${gender === "m" ? "un" : "una"} ${text}`;

/** A preposition runs into the article: "a" and "de" before "el". */
const contracted = (before: string, after: string) =>
  /(?:^| )(?:a|de)$/.test(before) && after.startsWith("el ")
    ? `${before}l${after.slice(2)}`
    : `${before} ${after}`;

/** "a", "a o b", "a, b o c"; "y" before the sound of i is "e", "o" before that of o is "u". */
function join(words: readonly string[], joint: Joint): string {
  if (words.length < 2) return words.join("");
  const last = words.at(-1) ?? "";
  return `${words.slice(0, -1).join(", ")} ${conjunction(joint, last)} ${last}`;
}

function conjunction(joint: Joint, next: string): string {
  if (joint === "and" && /^[“(]?h?i(?![ae])/i.test(next)) return "e";
  if (joint === "or" && /^[“(]?(?:h?o|8|11\b)/i.test(next)) return "u";
  return CONJUNCTIONS[joint];
}

function stage(roles: readonly string[], quorum: number): string {
  const names = roles.map(spacedWords);
  const known = names.map((name) => own(ROLE_NOUNS, name));
  if (quorum === 1) {
    const people = names.map((name, index) => known[index]?.[0] ?? `alguien con el rol ${quotedName(name)}`);
    return `por ${people.length === 0 ? "una persona" : join(people, "or")}`;
  }
  const count = COUNTS[quorum] ?? String(quorum);
  const plurals = known.flatMap((noun) => (noun === undefined ? [] : [noun[1]]));
  if (names.length === 0) return `por ${count} personas`;
  if (plurals.length === names.length) return `por ${count} ${join(plurals, "or")}`;
  return `por ${count} personas con el rol ${join(names.map(quotedName), "or")}`;
}

/** A name of the organization's own, told as it is. */
const quotedName = (name: string) => (/\s/.test(name) ? `“${name}”` : name);

/** "en el EHR", "en el sistema de imágenes", "en el sistema “order sets”". */
function placeIn(system: string): string {
  const name = spacedWords(system);
  const known = own(SYSTEM_NOUNS, name);
  return `en el ${systemInitials(system) ?? `sistema ${known === undefined ? quotedName(name) : `de ${known}`}`}`;
}

function action(pattern: string): ActionPhrase {
  const segments = pattern.split(".");
  const last = segments.at(-1) ?? "";
  const [system = ""] = segments;
  if (pattern === "*") return { verb: "hace cualquier cosa", before: "con ", place: "" };
  const verb = own(VERBS, last);
  if (segments.length === 2 && verb !== undefined) {
    return { verb, before: "", place: system === "*" ? " en cualquier sistema" : ` ${placeIn(system)}` };
  }
  if (segments.length === 2 && last === "*" && system !== "*") {
    return { verb: `hace cualquier cosa ${placeIn(system)}`, before: "con ", place: "" };
  }
  return { verb: `usa ${pattern}`, before: "sobre ", place: "" };
}

const resources = (types: readonly string[]) => join(types.map(resource), "or");

function resource(type: string): string {
  if (type === "*") return "un recurso de cualquier tipo";
  const family = type.endsWith(".*");
  const name = spacedWords(family ? type.slice(0, -2) : type);
  const noun = own(RESOURCE_NOUNS, name);
  const words = noun === undefined ? `un recurso de tipo ${quotedName(name)}` : one(noun);
  return family ? `${words} de cualquier clase` : words;
}

const phrase = (text: string, noun: Noun): NounPhrase => ({ text, plural: noun.plural });
const attribute = (name: string): Noun =>
  own(ATTRIBUTE_NOUNS, name) ?? { text: `atributo ${quotedName(name)}`, gender: "m", plural: false };

/** "la unidad del agente", "el propósito", "el atributo vip del recurso". */
function reference(path: ReferencePath): NounPhrase {
  const itself = own(ITSELF, formatReference(path));
  if (itself !== undefined) return { text: itself, plural: false };
  const { root, name } = attributeName(path);
  const owner = own(OWNERS, root);
  if (owner === undefined) {
    const noun = attribute(name || spacedWords(root));
    return phrase(name === "" ? (own(ROOTS, root) ?? the(noun)) : the(noun), noun);
  }
  if (name === "" || name === "id") return phrase(the(owner), owner);
  const noun = attribute(name);
  return phrase(contracted(`${the(noun)} de`, the(owner)), noun);
}

function whose(path: ReferencePath): NounPhrase | null {
  const name = nameWithinResource(path);
  if (name === null) return null;
  const noun = attribute(name);
  const pronoun = `cuy${noun.gender === "m" ? "o" : "a"}${noun.plural ? "s" : ""}`;
  return phrase(`${pronoun} ${noun.text}`, noun);
}

function scalar(value: Scalar): string {
  if (value === null) return "nulo";
  if (typeof value === "boolean") return value ? "verdadero" : "falso";
  if (typeof value === "number") return String(value);
  return value === "" ? "un texto vacío" : quotedText(value);
}

/** "las 22:00", "la 01:00". */
const hour = (time: string) => (/^0?1:/.test(time) ? `la ${time}` : `las ${time}`);

function scope(pattern: string): string {
  if (pattern === "*") return "toda acción";
  const within = /^([^*]+)\.\*$/.exec(pattern)?.[1];
  if (within === undefined) return pattern;
  return `todo ${within.includes(".") ? `en ${within}` : placeIn(within)}`;
}

export const SPANISH: PolicyWords = {
  effects: { allow: "Permitir", deny: "Denegar", require_approval: "Requerir aprobación" },
  always: "siempre",
  never: "nunca",
  weekdays: {
    mon: "lunes",
    tue: "martes",
    wed: "miércoles",
    thu: "jueves",
    fri: "viernes",
    sat: "sábado",
    sun: "domingo",
  },
  noDay: "ningún día",
  emptyList: "una lista vacía",
  appliesWhenUnknown: "Se aplica también cuando eso no se puede saber.",
  appliesNotWhenUnknown: "No se aplica cuando eso no se puede saber.",
  sentence: (effect, approvers, doing, when) =>
    `${[effect, approvers, "cuando un agente", doing].filter((part) => part !== "").join(" ")}${when}.`,
  stage,
  stages: (stages) => stages.join(", y después "),
  action,
  resources,
  alternatives: (clauses) => clauses.join(", o "),
  condition: (words) => `, si ${words}`,
  join,
  more: (count) => `${count} más`,
  connective: { and: " y ", or: " o " },
  denied: {
    and: (members) => `no se cumple todo esto (${members})`,
    or: (members) => `no se cumple nada de esto (${members})`,
  },
  reference,
  whose,
  literalSubject: (text) => ({ text, plural: false }),
  scalar,
  verb: spanishVerb,
  clause: (subject, verb, rest) =>
    [subject, rest === "" ? verb : contracted(verb, rest)].filter((part) => part !== "").join(" "),
  hours: (from, until) => `${hour(from)} y ${hour(until)}`,
  scope,
  anyResource: "cualquier tipo de recurso",
  allowance: (what, where) => `${what} sobre ${where}`,
};
