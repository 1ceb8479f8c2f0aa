/** The figure at the top of a scale that holds `highest`: 1, 2 or 5 times a power of ten. */
export function niceTop(highest: number): number {
  if (highest <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(highest));
  const steps = [1, 2, 5, 10];
  return (steps.find((step) => step * power >= highest) ?? 10) * power;
}
