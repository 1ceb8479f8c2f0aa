interface Count {
  readonly passed: number;
  readonly failed: number;
  /** A failed test each: its name, and the first lines of what it said. */
  readonly told: readonly string[];
  /** A test each that passed only when it was tried again. */
  readonly unsteady?: readonly string[];
}

export function countVitest(report: unknown, code: number): Count;
export function countPlaywright(report: unknown, code: number): Count;
export function countUnittest(output: string, code: number): Count;
