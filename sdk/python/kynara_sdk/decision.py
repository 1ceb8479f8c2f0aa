"""What Kynara answers: a decision, and the approval that a decision may lead to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Mapping, Optional, Tuple

ALLOW = "allow"
DENY = "deny"
REQUIRE_APPROVAL = "require_approval"


class MalformedAnswer(ValueError):
    """A body that is no decision or approval. It is never read as an allow."""


@dataclass(frozen=True)
class Decision:
    """One recorded answer of Kynara.

    It is true in a boolean context only when the effect is ``allow``, so that ``if kynara.check(…):`` cannot
    read a refusal as a yes. Compare with ``is None`` to ask whether there is a decision at all.
    """

    effect: str
    """``allow``, ``deny`` or ``require_approval``."""
    decision_id: str
    """Id of the entry in the audit log (``dec_…``); empty when ``unrecorded``."""
    reason: str
    """A code, such as ``policy`` or ``no_matching_policy``."""
    action: str
    """The action that was asked about, as the caller gave it."""
    resource: Optional[Mapping[str, Any]] = field(default=None, repr=False)
    """The resource that was asked about, as the caller gave it; kept out of ``repr`` because it may name a patient."""
    message: str = ""
    """The same for a person to read, with what can be done about it."""
    matched_policy_id: Optional[str] = None
    obligations: Tuple[Mapping[str, Any], ...] = ()
    """What the caller must do when it goes ahead, such as ``{"type": "redact", "fields": ["ssn"]}``."""
    approval_id: Optional[str] = None
    approval_url: Optional[str] = None
    expires_at: Optional[str] = None
    """RFC 3339 instant at which the approval ends."""
    ttl_seconds: int = 0
    """Always 0: a decision holds for one action, and the SDK caches none."""
    unrecorded: bool = False
    """True only with ``fail_closed=False`` while Kynara could not be asked: nobody decided, nothing was recorded."""

    @property
    def allowed(self) -> bool:
        """True when the action may run now."""
        return self.effect == ALLOW

    @property
    def requires_approval(self) -> bool:
        """True when a person has to decide first."""
        return self.effect == REQUIRE_APPROVAL

    def __bool__(self) -> bool:
        return self.allowed

    @property
    def subject_line(self) -> str:
        """The action and the kind of resource, without its id, for messages and logs."""
        kind = (self.resource or {}).get("type")
        return f"{self.action} on {kind}" if kind else self.action


@dataclass(frozen=True)
class Approval:
    """The state of one approval, from ``GET /api/v1/approvals/{id}``."""

    id: str
    state: str
    """``pending``, ``approved``, ``denied``, ``expired``, ``cancelled`` or ``consumed``."""
    reason: Optional[str] = None
    decided_by: Optional[Mapping[str, Any]] = None
    """The person who settled it, as ``{"id": …, "name": …}``."""
    expires_at: Optional[str] = None
    approval_url: Optional[str] = None


def parse_decision(body: Any, *, action: str, resource: Optional[Mapping[str, Any]]) -> Decision:
    """Reads the answer of a check.

    :raises MalformedAnswer: for an unknown effect, an answer without its decision id, or a
        ``require_approval`` without an approval; so nothing but a whole, recorded allow is an allow.
    """
    if not isinstance(body, dict):
        raise MalformedAnswer("the answer is no JSON object")
    effect = body.get("effect")
    decision_id = body.get("decision_id")
    if effect not in (ALLOW, DENY, REQUIRE_APPROVAL):
        raise MalformedAnswer("the answer has no known effect")
    if not isinstance(decision_id, str) or not decision_id:
        raise MalformedAnswer("the answer has no decision_id")
    if effect == REQUIRE_APPROVAL and not isinstance(body.get("approval_id"), str):
        raise MalformedAnswer("the answer requires an approval but names none")
    ttl_seconds = body.get("ttl_seconds")
    return Decision(
        effect=effect,
        decision_id=decision_id,
        reason=_text(body.get("reason")) or "",
        action=action,
        resource=resource,
        message=_text(body.get("message")) or "",
        matched_policy_id=_text(body.get("matched_policy_id")),
        obligations=_obligations(body.get("obligations")),
        approval_id=_text(body.get("approval_id")),
        approval_url=_text(body.get("approval_url")),
        expires_at=_text(body.get("expires_at")),
        ttl_seconds=ttl_seconds if isinstance(ttl_seconds, int) else 0,
    )


def parse_approval(body: Any) -> Approval:
    """Reads the state of an approval.

    :raises MalformedAnswer: when it has no id or no state.
    """
    if not isinstance(body, dict) or not isinstance(body.get("id"), str) or not isinstance(body.get("state"), str):
        raise MalformedAnswer("the answer is no approval")
    decided_by = body.get("resolved_by")
    return Approval(
        id=body["id"],
        state=body["state"],
        reason=_text(body.get("reason")),
        decided_by=decided_by if isinstance(decided_by, dict) else None,
        expires_at=_text(body.get("expires_at")),
        approval_url=_text(body.get("approval_url")),
    )


def _text(value: Any) -> Optional[str]:
    return value if isinstance(value, str) and value else None


def _obligations(value: Any) -> Tuple[Mapping[str, Any], ...]:
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise MalformedAnswer("the obligations are no list of objects")
    return tuple(value)
