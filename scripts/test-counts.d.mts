interface Count {
  readonly passed: number;
  readonly failed: number;
}

export function countVitest(report: unknown, code: number): Count;
export function countPlaywright(report: unknown, code: number): Count;
export function countUnittest(output: string, code: number): Count;
