import { checkCondition } from "./parse-condition";
import { checkIdentifiedPolicy, checkPolicy, checkPolicyList } from "./parse-policy";
import { compileRegex } from "./regex";
import type { Condition, IdentifiedPolicy, Parsed, Policy } from "./types";

/**
 * Parses a policy document strictly, patterns with the engine that decides. An `id` may stand in it, is checked, and is
 * left out of the result.
 * @param json anything that `JSON.parse` can return
 * @returns a copy of the policy, or every fault with a JSON Pointer into `json`; never throws
 */
export const parsePolicy = (json: unknown): Parsed<Policy> => checkPolicy(json, compileRegex);

/**
 * Parses a policy that must carry its `id`, as policies do when they are handed to `compilePolicySet`.
 * @returns as `parsePolicy`, with the id kept
 */
export const parseIdentifiedPolicy = (json: unknown): Parsed<IdentifiedPolicy> =>
  checkIdentifiedPolicy(json, compileRegex);

/**
 * Parses a list of policies with ids.
 * @param json anything that `JSON.parse` can return
 * @param most how many policies are allowed
 * @returns the policies, or every fault with a JSON Pointer into the list; an id that occurs twice is a fault
 */
export const parsePolicyList = (json: unknown, most = 10_000): Parsed<readonly IdentifiedPolicy[]> =>
  checkPolicyList(json, most, compileRegex);

/**
 * Parses a condition strictly, patterns with the engine that decides.
 * @param json anything that `JSON.parse` can return
 * @returns the condition, or every fault with a JSON Pointer into `json`; never throws
 */
export const parseCondition = (json: unknown): Parsed<Condition> => checkCondition(json, compileRegex);
