export { type CompiledCondition, compileCondition, evaluateCondition } from "./condition";
export { describeCondition } from "./describe-condition";
export { describeAllowance, describePolicy } from "./describe-policy";
export { conditionsExclude } from "./exclusion";
export type {
  ConditionTrace,
  ExplainOptions,
  Explanation,
  OperandTrace,
  PolicyTrace,
  UnknownPath,
} from "./explain";
export { FAULT_CODES, type FaultCode } from "./fault-sentences";
export type { JsonObject, JsonValue } from "./json";
export { DEFAULT_APPROVAL_EXPIRY_SECONDS, DEFAULT_PRIORITY, LIMITS } from "./limits";
export { isNamePattern, matchesName } from "./name-pattern";
export {
  type ArgumentKind,
  type ArgumentSpec,
  type ExpectedType,
  type GroupOperator,
  isGroupOperator,
  isOperator,
  OPERATOR_NAMES,
  OPERATORS,
  type Operator,
  type OperatorSpec,
  operatorArity,
  operatorSpec,
  type TestOperator,
  WEEKDAYS,
  type Weekday,
} from "./operators";
export { parseCondition, parseIdentifiedPolicy, parsePolicy, parsePolicyList } from "./parse";
export { APPROVAL_MEMBERS, approvalTerms } from "./parse-approval";
export { checkCondition } from "./parse-condition";
export { checkPolicy, EFFECTS, POLICY_MEMBERS } from "./parse-policy";
export { compareAsBytes, comparePolicies, onUnknown } from "./policy-order";
export { compilePolicySet, type PolicySet } from "./policy-set";
export { type PriorityChange, type PriorityPlan, planPriorities } from "./priority-plan";
export { formatReference, isReference, parseReference, type ReferencePath, readReference } from "./reference";
export { conditionReferences, policyReferences } from "./references";
export { literalEngine, type RegexEngine, type RegexTest } from "./regex-engine";
export { policyJsonSchema } from "./schema";
export type {
  ApprovalRules,
  ApprovalStage,
  ApprovalStageTerms,
  ApprovalTerms,
  Condition,
  Decision,
  DecisionReason,
  Effect,
  Fault,
  GroupCondition,
  IdentifiedPolicy,
  Literal,
  Obligation,
  OnUnknown,
  Operand,
  Parsed,
  Policy,
  PolicyContext,
  Principal,
  Scalar,
  TestCondition,
  TruthValue,
} from "./types";
export { operatorText, type PolicyLanguage } from "./words/languages";
export type { OperatorText } from "./words/policy-words";
