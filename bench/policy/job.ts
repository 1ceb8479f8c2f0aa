/** How the policies of a job are told apart. */
export type Shape = "own_action" | "one_action";

/** What every engine is asked to enforce: allow the action on records of these types (and of this unit). */
export interface JobRule {
  readonly id: string;
  readonly action: string;
  readonly recordTypes: readonly [string, string];
  /** Set in the shape with one action, where it is what tells rules apart. */
  readonly unit: string | null;
}

export interface JobRequest {
  readonly action: string;
  readonly recordType: string;
  readonly unit: string;
}

export interface Job {
  readonly shape: Shape;
  readonly rules: readonly JobRule[];
  readonly requests: readonly JobRequest[];
}

const RECORD_TYPES = ["diagnosis", "medication", "lab_result", "imaging", "demographics", "billing"] as const;
const REQUESTS = 2048;

/** A small generator with a fixed seed (mulberry32): every run and every engine sees the same job. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/**
 * Makes a job: rules, and requests of which a third meets a rule of its action or unit with the right record
 * type, the rest the wrong one, and one in sixteen no rule at all.
 */
export function makeJob(shape: Shape, size: number): Job {
  const pick = numbers(size);
  const typeAt = (index: number): string => RECORD_TYPES[index % RECORD_TYPES.length] ?? RECORD_TYPES[0];
  const rules = Array.from({ length: size }, (_, index): JobRule => {
    const name = `p${index}`;
    const recordTypes = [typeAt(index), typeAt(index + 1)] as const;
    if (shape === "own_action") return { id: name, action: `system${index}.read`, recordTypes, unit: null };
    return { id: name, action: "ehr.read", recordTypes, unit: `unit-${index}` };
  });
  const requests = Array.from({ length: REQUESTS }, (_, index): JobRequest => {
    const target = index % 16 === 0 ? size + index : pick(size);
    const recordType = typeAt(pick(RECORD_TYPES.length));
    const action = shape === "own_action" ? `system${target}.read` : "ehr.read";
    return { action, recordType, unit: `unit-${target}` };
  });
  return { shape, rules, requests };
}
