"""The client: ask, enforce, wait for a person."""

from __future__ import annotations

import copy
import logging
import os
import time
from typing import Any, Callable, Dict, Mapping, Optional
from urllib.parse import quote, urlsplit

from .background import run_in_thread
from .credential import TokenProvider, credential_of
from .decision import ALLOW, Approval, Decision, MalformedAnswer, parse_approval, parse_decision
from .errors import (
    ApprovalRequired,
    KynaraConfigurationError,
    KynaraRequestError,
    KynaraUnavailable,
    PermissionDenied,
)
from .guard import Guard
from .messages import approval_required_message, denied_message, does_not_fit_message
from .transport import RetryPolicy, Transport
from .version import __version__
from .waiting import wait_until_decided

logger = logging.getLogger("kynara_sdk")

Attributes = Mapping[str, Any]


class Kynara:
    """Asks one Kynara what an agent may do. Safe to share between threads and event loops.

    :param base_url: where Kynara is, such as ``https://kynara.example.org``.
    :param api_key: a key of the agent (``sk_live_…``), or a token that lives as long as the client.
    :param token_provider: instead of a key: returns a token of an issuer that the organization trusts. Called for
        each request, from the thread that asks.
    :param agent_id: the agent that acts (``agt_…``); absent: the agent that the key or token belongs to.
    :param fail_closed: with False, an action runs **without any decision or audit entry** while Kynara cannot
        be reached; each such action is logged as a warning. It never covers a refusal, nor an action about
        which a person has been asked. Leave it True wherever patient data is concerned.
    :param timeout: seconds until a silent connection counts as failed, for each attempt.
    :param on_behalf_of: id of the person the agent acts for (``usr_…``), unless a call names another.
    :param on_decision: called with each decision as it arrives: before the action runs, and before the wait for
        a person begins. What it raises stops the action.
    :param retry: how often, and how long, to try again.
    :raises KynaraConfigurationError: when an argument cannot be used.
    """

    def __init__(
        self,
        base_url: str,
        api_key: Optional[str] = None,
        agent_id: Optional[str] = None,
        *,
        token_provider: Optional[TokenProvider] = None,
        fail_closed: bool = True,
        timeout: float = 10.0,
        on_behalf_of: Optional[str] = None,
        on_decision: Optional[Callable[[Decision], None]] = None,
        retry: Optional[RetryPolicy] = None,
    ) -> None:
        headers = {
            "Accept": "application/json",
            "User-Agent": f"kynara-sdk-python/{__version__}",
        }
        self._retry = retry or RetryPolicy()
        self._transport = Transport(base_url, headers, credential_of(api_key, token_provider), timeout, self._retry)
        self.base_url = base_url
        self.agent_id = agent_id or None
        self.fail_closed = fail_closed
        self.on_behalf_of = on_behalf_of or None
        self._on_decision = on_decision
        _warn_about_clear_text(base_url)

    @classmethod
    def from_env(
        cls,
        *,
        token_provider: Optional[TokenProvider] = None,
        on_decision: Optional[Callable[[Decision], None]] = None,
    ) -> Kynara:
        """Builds a client from KYNARA_BASE_URL, KYNARA_API_KEY, KYNARA_AGENT_ID and KYNARA_FAIL_CLOSED.

        :param token_provider: instead of KYNARA_API_KEY, which is then neither needed nor used.
        :raises KynaraConfigurationError: naming the variable that is missing or malformed.
        """
        needed = ("KYNARA_BASE_URL",) if token_provider is not None else ("KYNARA_BASE_URL", "KYNARA_API_KEY")
        missing = [name for name in needed if not os.environ.get(name, "").strip()]
        if missing:
            raise KynaraConfigurationError(
                f"{' and '.join(missing)} not set. Set the environment, or hand a client to "
                "kynara_sdk.context.set_current_kynara (in every thread that starts with an empty context)."
            )
        return cls(
            os.environ["KYNARA_BASE_URL"].strip(),
            os.environ["KYNARA_API_KEY"] if token_provider is None else None,
            os.environ.get("KYNARA_AGENT_ID", "").strip() or None,
            token_provider=token_provider,
            fail_closed=_parse_fail_closed(os.environ.get("KYNARA_FAIL_CLOSED", "")),
            on_decision=on_decision,
        )

    def __repr__(self) -> str:
        return f"Kynara(base_url={self.base_url!r}, agent_id={self.agent_id!r}, fail_closed={self.fail_closed!r})"

    def close(self) -> None:
        """Closes idle connections; the client can still be used."""
        self._transport.close()

    def acting_for(self, user_id: Optional[str]) -> Kynara:
        """The same client, asking on behalf of this person (``usr_…``) unless a call names another."""
        client = copy.copy(self)
        client.on_behalf_of = user_id or None
        return client

    def check(
        self,
        action: str,
        *,
        resource: Attributes,
        context: Optional[Attributes] = None,
        on_behalf_of: Optional[str] = None,
        approval_id: Optional[str] = None,
    ) -> Decision:
        """Asks once and returns the decision, whatever it is. Every call is a recorded decision.

        :param action: dotted, such as ``ehr.read``.
        :param resource: ``{"type": …, "id": …, "attrs": {…}}``.
        :param context: the circumstances, such as ``{"purpose": "TREAT"}``.
        :param on_behalf_of: id of the person the agent acts for (``usr_…``).
        :param approval_id: the approval that this request obtained earlier (``apr_…``).
        :raises KynaraUnavailable: no decision could be had (unless ``fail_closed`` is False).
        :raises KynaraRequestError: Kynara refused the request itself.
        """
        body = _check_body(action, self.agent_id, on_behalf_of or self.on_behalf_of, resource, context, approval_id)
        try:
            answer = self._transport.request("POST", "/api/v1/decisions/check", body)
        except KynaraUnavailable as unavailable:
            decision = self._decide_without_kynara(action, resource, approval_id, unavailable)
        else:
            try:
                decision = parse_decision(answer, action=action, resource=resource)
            except MalformedAnswer as error:
                raise _not_kynara(self.base_url, error) from error
        if self._on_decision is not None:
            self._on_decision(decision)
        return decision

    def enforce(
        self,
        action: str,
        *,
        resource: Attributes,
        context: Optional[Attributes] = None,
        on_behalf_of: Optional[str] = None,
        approval_id: Optional[str] = None,
        wait: bool = True,
        timeout: Optional[float] = None,
    ) -> Decision:
        """Returns only when the action is allowed; raises otherwise. Takes what ``check`` takes, and:

        :param wait: on ``require_approval``, wait until a person has decided, then ask again.
        :param timeout: longest wait for people, in seconds; None: until the approval expires.
        :raises PermissionDenied: the answer is no.
        :raises ApprovalRequired: a person has to decide and ``wait`` is False, or ``timeout`` has passed.
        :raises ApprovalDenied: the person said no (``ApprovalCancelled``: the request was withdrawn).
        :raises ApprovalExpired: nobody decided in time.
        :raises KynaraUnavailable: no decision could be had (unless ``fail_closed`` is False).
        """
        deadline = None if timeout is None else time.monotonic() + timeout
        presented = approval_id
        usable: Optional[str] = None
        while True:
            decision = self.check(
                action, resource=resource, context=context, on_behalf_of=on_behalf_of, approval_id=presented
            )
            if decision.allowed:
                return decision
            if not decision.requires_approval:
                if presented is not None and presented == usable and self._was_used_by_another(decision, presented):
                    presented = None
                    continue
                raise PermissionDenied(denied_message(decision), decision=decision)
            assert decision.approval_id is not None  # parse_decision refuses one without
            if not wait:
                raise ApprovalRequired(approval_required_message(decision), decision=decision)
            if decision.approval_id == usable:
                raise ApprovalRequired(does_not_fit_message(decision), decision=decision)
            usable = decision.approval_id
            approval = wait_until_decided(self.find_approval, decision, deadline, self._retry.outage_seconds)
            presented = None if approval.state == "consumed" else usable

    def guard(
        self,
        action: str,
        *,
        resource: Attributes,
        context: Optional[Attributes] = None,
        on_behalf_of: Optional[str] = None,
        approval_id: Optional[str] = None,
        wait: bool = True,
        timeout: Optional[float] = None,
    ) -> Guard:
        """A context manager, for ``with`` and ``async with``, whose body runs only when ``enforce`` returns."""
        return Guard(
            self,
            action,
            {
                "resource": resource,
                "context": context,
                "on_behalf_of": on_behalf_of,
                "approval_id": approval_id,
                "wait": wait,
                "timeout": timeout,
            },
        )

    async def check_async(self, action: str, **options: Any) -> Decision:
        """``check`` for a coroutine: same arguments, same result; the event loop stays free."""
        return await run_in_thread(lambda: self.check(action, **options))

    async def enforce_async(self, action: str, **options: Any) -> Decision:
        """``enforce`` for a coroutine: same arguments, same result; the event loop stays free."""
        return await run_in_thread(lambda: self.enforce(action, **options))

    def find_approval(self, approval_id: str, *, wait_seconds: int = 0) -> Approval:
        """The state of an approval.

        :param wait_seconds: 0 to 25; the server holds the request that long while the approval is pending.
        :raises KynaraUnavailable: the state could not be had.
        :raises KynaraRequestError: there is no such approval for this key.
        """
        query = f"?wait={wait_seconds}" if wait_seconds > 0 else ""
        return self._approval("GET", f"/api/v1/approvals/{quote(approval_id, safe='')}{query}", wait_seconds)

    def cancel_approval(self, approval_id: str) -> Approval:
        """Withdraws a request that nobody has decided yet.

        :raises KynaraRequestError: with status 409 when it has been decided meanwhile.
        """
        return self._approval("POST", f"/api/v1/approvals/{quote(approval_id, safe='')}/cancel", 0)

    def _approval(self, method: str, path: str, extra_seconds: float) -> Approval:
        body: Optional[Dict[str, Any]] = {} if method == "POST" else None
        answer = self._transport.request(method, path, body, extra_seconds=extra_seconds)
        try:
            return parse_approval(answer)
        except MalformedAnswer as error:
            raise _not_kynara(self.base_url, error) from error

    def _was_used_by_another(self, decision: Decision, approval_id: str) -> bool:
        """True when an equal request joined the same approval and was quicker: the loser asks for one of its own."""
        return decision.reason == "approval_not_valid" and self.find_approval(approval_id).state == "consumed"

    def _decide_without_kynara(
        self,
        action: str,
        resource: Attributes,
        approval_id: Optional[str],
        unavailable: KynaraUnavailable,
    ) -> Decision:
        """With ``fail_closed=False``, the stand-in for a decision that could not be had; else raises.

        A request that presents an approval was answered ``require_approval`` before: that is a known "not yet",
        and being unreachable does not turn it into a yes.
        """
        if self.fail_closed or approval_id is not None:
            raise unavailable
        decision = Decision(
            effect=ALLOW,
            decision_id="",
            reason="kynara_unavailable",
            action=action,
            resource=resource,
            unrecorded=True,
        )
        logger.warning(
            "%s goes ahead WITHOUT a decision and WITHOUT an audit entry, because fail_closed is off: %s",
            decision.subject_line,
            unavailable,
        )
        return decision


def _check_body(
    action: str,
    agent_id: Optional[str],
    on_behalf_of: Optional[str],
    resource: Attributes,
    context: Optional[Attributes],
    approval_id: Optional[str],
) -> Dict[str, Any]:
    """The request of the contract; what is absent is left out rather than sent as null."""
    body: Dict[str, Any] = {"action": action, "resource": dict(resource)}
    if agent_id:
        body["subject_type"] = "agent"
        body["subject_id"] = agent_id
    if on_behalf_of:
        body["on_behalf_of_user_id"] = on_behalf_of
    if context is not None:
        body["context"] = dict(context)
    if approval_id:
        body["approval_id"] = approval_id
    return body


def _not_kynara(base_url: str, error: MalformedAnswer) -> KynaraRequestError:
    return KynaraRequestError(f"{base_url} did not answer as Kynara does: {error}. Check KYNARA_BASE_URL.", status=200)


def _parse_fail_closed(value: str) -> bool:
    """Anything but a clear "false" keeps the door closed, and a typing error is told rather than guessed."""
    text = value.strip().lower()
    if text in ("", "true", "1", "yes", "on"):
        return True
    if text in ("false", "0", "no", "off"):
        return False
    raise KynaraConfigurationError(f"KYNARA_FAIL_CLOSED is {value!r}; set it to true or false.")


def _warn_about_clear_text(base_url: str) -> None:
    parts = urlsplit(base_url)
    if parts.scheme == "http" and parts.hostname not in ("localhost", "127.0.0.1", "::1"):
        logger.warning("%s is not https: the key or token and patient attributes travel in clear text", base_url)
