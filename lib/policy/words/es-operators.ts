import type { Operator, TestOperator } from "../operators";
import type { OperatorText, TestPhrase } from "./policy-words";

/** A verb for one and for many, said and denied. */
interface Verb {
  readonly said: readonly [one: string, many: string];
  readonly denied: readonly [one: string, many: string];
}

const verb = (one: string, many: string): Verb => ({
  said: [one, many],
  denied: [`no ${one}`, `no ${many}`],
});
const opposed = (to: Verb): Verb => ({ said: to.denied, denied: to.said });

const IS = verb("es", "son");
const IN = verb("está en", "están en");
const GREATER: Verb = {
  said: ["es mayor que", "son mayores que"],
  denied: ["es como máximo", "son como máximo"],
};
const LESS: Verb = {
  said: ["es menor que", "son menores que"],
  denied: ["es como mínimo", "son como mínimo"],
};

const VERBS: Readonly<Record<TestOperator, Verb>> = {
  eq: IS,
  neq: opposed(IS),
  gt: GREATER,
  gte: opposed(LESS),
  lt: LESS,
  lte: opposed(GREATER),
  in: IN,
  not_in: opposed(IN),
  contains: verb("contiene", "contienen"),
  intersects: {
    said: ["comparte algún elemento con", "comparten algún elemento con"],
    denied: ["no comparte ningún elemento con", "no comparten ningún elemento con"],
  },
  subset_of: verb("está dentro de", "están dentro de"),
  starts_with: verb("empieza con", "empiezan con"),
  ends_with: verb("termina con", "terminan con"),
  matches: verb("coincide con el patrón", "coinciden con el patrón"),
  exists: {
    said: ["está presente", "están presentes"],
    denied: ["está ausente", "están ausentes"],
  },
  ip_in: verb("es una dirección de", "son direcciones de"),
  before: verb("es anterior a", "son anteriores a"),
  after: verb("es posterior a", "son posteriores a"),
  time_between: verb("está entre", "están entre"),
  weekday_in: verb("cae en", "caen en"),
};

/** The verb of a test, in agreement with its subject. A list told member by member is what the subject is, or is not. */
export function spanishVerb({ op, denied, listed, plural }: TestPhrase): string {
  const { said, denied: refused } = listed ? VERBS[op === "in" ? "eq" : "neq"] : VERBS[op];
  return (denied ? refused : said)[plural ? 1 : 0];
}

/** What an editor says of each operator. */
export const SPANISH_OPERATORS: Readonly<Record<Operator, OperatorText>> = {
  and: {
    label: "todas",
    words: "y",
    help: "Verdadera cuando lo son todas sus condiciones; falsa cuando una es falsa.",
  },
  or: {
    label: "alguna de",
    words: "o",
    help: "Verdadera cuando lo es una de sus condiciones; falsa cuando todas son falsas.",
  },
  not: {
    label: "no",
    words: "no",
    help: "Vuelve falso lo verdadero y verdadero lo falso; lo desconocido sigue siéndolo.",
  },
  eq: { label: "es", words: "es", help: "Los dos valores son iguales como JSON." },
  neq: { label: "no es", words: "no es", help: "Los valores difieren." },
  gt: { label: "es mayor que", words: "es mayor que", help: "Compara dos números." },
  gte: { label: "es como mínimo", words: "es como mínimo", help: "Compara dos números." },
  lt: { label: "es menor que", words: "es menor que", help: "Compara dos números." },
  lte: { label: "es como máximo", words: "es como máximo", help: "Compara dos números." },
  in: { label: "es uno de", words: "es uno de", help: "El valor es igual a un elemento de la lista." },
  not_in: {
    label: "no es ninguno de",
    words: "no es ninguno de",
    help: "El valor no es igual a ningún elemento de la lista.",
  },
  contains: {
    label: "contiene",
    words: "contiene",
    help: "Una lista tiene el valor como elemento, o un texto lo tiene como parte.",
  },
  intersects: {
    label: "comparte algún elemento con",
    words: "comparte algún elemento con",
    help: "Las dos listas tienen un elemento en común.",
  },
  subset_of: {
    label: "está dentro de",
    words: "está dentro de",
    help: "Todos los elementos de la primera lista están en la segunda.",
  },
  starts_with: { label: "empieza con", words: "empieza con", help: "El texto comienza con el otro." },
  ends_with: { label: "termina con", words: "termina con", help: "El texto acaba con el otro." },
  matches: {
    label: "coincide con el patrón",
    words: "coincide con el patrón",
    help: "La expresión regular (sintaxis RE2) se encuentra en alguna parte del texto.",
  },
  exists: {
    label: "está presente",
    words: "está presente",
    help: "El atributo existe y no es nulo. Nunca es desconocido.",
  },
  ip_in: {
    label: "es una dirección de",
    words: "es una dirección de",
    help: "La dirección IPv4 o IPv6 pertenece a una de las redes.",
  },
  before: {
    label: "es anterior a",
    words: "es anterior a",
    help: "El primer instante es anterior al segundo.",
  },
  after: {
    label: "es posterior a",
    words: "es posterior a",
    help: "El primer instante es posterior al segundo.",
  },
  time_between: {
    label: "está entre las horas",
    words: "está entre",
    help: "La hora local va desde la primera hora hasta la segunda, sin incluirla.",
  },
  weekday_in: {
    label: "cae en un día de",
    words: "cae en",
    help: "El día local de la semana es uno de los indicados.",
  },
};
