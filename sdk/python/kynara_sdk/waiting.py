"""Waiting until a person has decided."""

from __future__ import annotations

import logging
import time
from typing import Optional, Protocol

from .decision import Approval, Decision
from .errors import (
    ApprovalCancelled,
    ApprovalDenied,
    ApprovalExpired,
    ApprovalRequired,
    KynaraRequestError,
    KynaraUnavailable,
)
from .messages import nobody_yet_message

logger = logging.getLogger("kynara_sdk")

LONG_POLL_SECONDS = 25
"""How long one request for the state of an approval stays open on the server."""
MIN_POLL_INTERVAL_SECONDS = 1.0
"""A server that answers ``pending`` at once instead of holding the request is asked no more often than this."""


class FindApproval(Protocol):
    """Asks for the state of an approval; the server holds the request while it is pending."""

    def __call__(self, approval_id: str, *, wait_seconds: int = 0) -> Approval: ...


def wait_until_decided(
    find_approval: FindApproval, decision: Decision, deadline: Optional[float], outage_seconds: float
) -> Approval:
    """Returns the approval when it was given; raises when it never will be.

    A restart of Kynara must not throw away a wait of hours, so a short outage is sat out.

    :param decision: the answer that made the wait necessary.
    :param deadline: ``time.monotonic()`` at which to give up; None: when the approval expires.
    :param outage_seconds: how long Kynara may be unreachable without the wait failing.
    """
    approval_id = decision.approval_id
    assert approval_id is not None  # parse_decision refuses a require_approval without
    logger.info("%s waits for a person: %s", decision.subject_line, decision.approval_url)
    unreachable_since: Optional[float] = None
    while True:
        now = time.monotonic()
        if deadline is not None and now >= deadline:
            raise ApprovalRequired(nobody_yet_message(decision), decision=decision)
        remaining = LONG_POLL_SECONDS if deadline is None else min(LONG_POLL_SECONDS, deadline - now)
        try:
            approval = find_approval(approval_id, wait_seconds=int(remaining))
        except KynaraUnavailable as unavailable:
            unreachable_since = unreachable_since if unreachable_since is not None else now
            if time.monotonic() - unreachable_since >= outage_seconds:
                raise KynaraUnavailable(
                    f"{unavailable} The approval stays open at {decision.approval_url}.",
                    retry_after_seconds=unavailable.retry_after_seconds,
                    decision=decision,
                ) from unavailable
        else:
            unreachable_since = None
            if approval.state != "pending":
                return _given(approval, decision)
        _pause_until(now + MIN_POLL_INTERVAL_SECONDS, deadline)


def _given(approval: Approval, decision: Decision) -> Approval:
    """The approval, if it was given (``consumed``: and used by an equal request); raises otherwise."""
    if approval.state in ("approved", "consumed"):
        return approval
    if approval.state == "denied":
        said = f": {approval.reason}" if approval.reason else ""
        raise ApprovalDenied(
            f"{decision.subject_line} was denied by a person{said}. Do not ask again unchanged; talk to the approver.",
            approval=approval,
            decision=decision,
        )
    if approval.state == "expired":
        raise ApprovalExpired(
            f"Nobody decided on {decision.subject_line} in time, which counts as denied. "
            "Call again to ask anew, and tell an approver.",
            approval=approval,
            decision=decision,
        )
    if approval.state == "cancelled":
        raise ApprovalCancelled(
            f"The request for {decision.subject_line} was withdrawn. Call again to ask anew.",
            approval=approval,
            decision=decision,
        )
    raise KynaraRequestError(
        f"Kynara reports the unknown approval state {approval.state!r}; update kynara-sdk.", decision=decision
    )


def _pause_until(instant: float, deadline: Optional[float]) -> None:
    pause = (instant if deadline is None else min(instant, deadline)) - time.monotonic()
    if pause > 0:
        time.sleep(pause)
