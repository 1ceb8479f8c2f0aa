import "server-only";
import { type Facts, happened } from "../facts";
import { count, gapIf, instant, logOf, type Requirement, statusOf } from "../row";

/** A checkpoint is due 60 s after an entry; later than this, nobody signs any more. */
const CHECKPOINT_LATE_MS = 5 * 60_000;
const VERIFY_EVERY_MS = 30 * 86_400_000;

/** 45 CFR 164.312(b): activity is recorded and examined. */
export const auditControls: Requirement = (facts) => {
  const { log, time } = facts;
  const missing = [
    ...gapIf(log.tail.brokenAt !== null, "broken_log", "/audit/verify"),
    ...gapIf(isUnsigned(facts), "unsigned", "/audit/verify"),
  ];
  const unverified = log.verified === null || time.getTime() - log.verified.getTime() > VERIFY_EVERY_MS;
  const weak = gapIf(unverified, "unverified", "/audit/verify");
  const verifiedHref = log.verifiedSeq === null ? "/audit/verify" : `/audit?entry=${log.verifiedSeq}`;
  return {
    id: "audit_controls",
    section: "§164.312(b)",
    status: statusOf(missing, weak),
    evidence: [
      count("entries", log.entries, "/audit"),
      instant("oldest", log.oldest, "/audit?order=oldest"),
      count("tail_holds", log.tail.brokenAt === null ? log.tail.entries : 0, "/audit/verify"),
      instant("checkpoint", log.checkpoint?.at ?? null, "/audit/verify"),
      count("uncovered", log.entries - (log.checkpoint?.size ?? 0), "/audit"),
      instant("verified", log.verified, verifiedHref),
      count("exports", happened(facts, "audit.exported"), logOf(facts, { type: "audit.exported" })),
      count("revealed", happened(facts, "audit.revealed"), logOf(facts, { type: "audit.revealed" })),
    ],
    gaps: [...missing, ...weak],
  };
};

/** An entry waits for a checkpoint for longer than it ever should. */
const isUnsigned = ({ log, time }: Facts): boolean =>
  log.uncoveredSince !== null && time.getTime() - log.uncoveredSince.getTime() > CHECKPOINT_LATE_MS;
