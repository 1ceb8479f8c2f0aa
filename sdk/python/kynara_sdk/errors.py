"""What the SDK raises. Every error says what to do about it and carries the decision, when there is one.

Messages name the action and the kind of resource but never its id: messages end up in logs and in a
model's context, and an id can point at a patient. The whole request stands in ``error.decision``.
"""

from __future__ import annotations

from typing import Optional

from .decision import Approval, Decision


class KynaraError(Exception):
    """Anything that kept a guarded action from running.

    ``decision`` is the decision that led here, or None when Kynara gave none.
    """

    def __init__(self, message: str, *, decision: Optional[Decision] = None) -> None:
        super().__init__(message)
        self.decision = decision


class KynaraConfigurationError(KynaraError):
    """The client cannot be built: a setting is missing or malformed."""


class KynaraRequestError(KynaraError):
    """Kynara refused the request itself (400, 401, 403, 404, 409, 413, 421, 422) or what answered is not Kynara.

    Asking again unchanged gives the same answer, so it is not retried, and ``fail_closed=False`` never
    lets it through. ``status``, ``code`` and ``request_id`` come from the RFC 9457 problem document.
    """

    def __init__(
        self,
        message: str,
        *,
        status: int = 0,
        code: Optional[str] = None,
        request_id: Optional[str] = None,
        decision: Optional[Decision] = None,
    ) -> None:
        super().__init__(message, decision=decision)
        self.status = status
        self.code = code
        self.request_id = request_id


class KynaraUnavailable(KynaraError):
    """No decision could be had: network failure, 5xx or 429, after the retries were spent.

    ``retry_after_seconds`` is what the server asked for with Retry-After, or None.
    """

    def __init__(
        self,
        message: str,
        *,
        retry_after_seconds: Optional[float] = None,
        decision: Optional[Decision] = None,
    ) -> None:
        super().__init__(message, decision=decision)
        self.retry_after_seconds = retry_after_seconds


class PermissionDenied(KynaraError):
    """The answer is no. ``decision.reason`` and ``decision.matched_policy_id`` say why."""


class ApprovalRequired(KynaraError):
    """A person has to decide first, and this call does not wait for it any longer.

    Raised with ``wait=False``, and when ``timeout`` ends before anybody has decided. The approval stays
    open: call again later, with ``approval_id``, once it has been decided at ``approval_url``.
    """

    @property
    def approval_id(self) -> Optional[str]:
        """Id of the open approval (``apr_…``)."""
        return self.decision.approval_id if self.decision is not None else None

    @property
    def approval_url(self) -> Optional[str]:
        """Where a person decides."""
        return self.decision.approval_url if self.decision is not None else None

    @property
    def expires_at(self) -> Optional[str]:
        """RFC 3339 instant after which the approval counts as denied."""
        return self.decision.expires_at if self.decision is not None else None


class ApprovalDenied(KynaraError):
    """A person said no. ``reason`` is what they wrote, or None."""

    def __init__(
        self,
        message: str,
        *,
        approval: Optional[Approval] = None,
        decision: Optional[Decision] = None,
    ) -> None:
        super().__init__(message, decision=decision)
        self.approval = approval

    @property
    def reason(self) -> Optional[str]:
        """The words of the person who decided, or None."""
        return self.approval.reason if self.approval else None


class ApprovalCancelled(ApprovalDenied):
    """The request for approval was withdrawn before anybody decided."""


class ApprovalExpired(KynaraError):
    """Nobody decided in time; Kynara counts that as denied."""

    def __init__(
        self,
        message: str,
        *,
        approval: Optional[Approval] = None,
        decision: Optional[Decision] = None,
    ) -> None:
        super().__init__(message, decision=decision)
        self.approval = approval
