/** The texts of an attribute that holds one or a list of them; a sealed value is an object and says nothing. */
export function openTexts(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((text) => typeof text === "string");
}
