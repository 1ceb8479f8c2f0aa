"""JSON over HTTP with kept-alive connections, bounded retries and no surprises.

Redirects are not followed (the key or token would travel with them) and a connection is never used by two
threads at once.
"""

from __future__ import annotations

import http.client
import json
import os
import random
import selectors
import ssl
import threading
import time
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any, Dict, List, Mapping, Optional, Tuple, Union
from urllib.parse import urlsplit

from .credential import Credential
from .errors import KynaraConfigurationError, KynaraRequestError, KynaraUnavailable

MAX_ANSWER_BYTES = 4 * 1024 * 1024
RETRYABLE_STATUS = frozenset({408, 425, 429, 500, 502, 503, 504})

Connection = Union[http.client.HTTPConnection, http.client.HTTPSConnection]


@dataclass(frozen=True)
class RetryPolicy:
    """How long the SDK keeps trying before it says that Kynara is unavailable."""

    max_retries: int = 2
    """Attempts after the first one."""
    backoff_seconds: float = 0.2
    """Pause before the first retry; it doubles, with jitter."""
    max_retry_after_seconds: float = 30.0
    """A Retry-After longer than this is not waited for: the call fails at once and carries the number."""
    outage_seconds: float = 60.0
    """While a person is being waited for, Kynara may be unreachable for this long without the wait failing."""


@dataclass(frozen=True)
class _Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes


class Transport:
    """Sends one JSON request at a time per thread to one Kynara.

    :param base_url: ``http`` or ``https``, with an optional path.
    :param headers: sent with every request.
    :param credential: the header that says who asks; called before each attempt, since a token may have run out.
    :param timeout: seconds until a silent connection counts as failed, for each attempt.
    :raises KynaraConfigurationError: when ``base_url`` is no such URL.
    """

    def __init__(self, base_url: str, headers: Mapping[str, str], credential: Credential, timeout: float, retry: RetryPolicy) -> None:
        parts = urlsplit(base_url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
            raise KynaraConfigurationError(
                f"{base_url!r} is no base URL; set KYNARA_BASE_URL to something like https://kynara.example.org"
            )
        self._host = parts.hostname
        self._port = parts.port
        self._prefix = parts.path.rstrip("/")
        self._tls = ssl.create_default_context() if parts.scheme == "https" else None
        self._headers = dict(headers)
        self._credential = credential
        self._timeout = timeout
        self._retry = retry
        self._idle: List[Connection] = []
        self._idle_lock = threading.Lock()
        self._owner_pid = os.getpid()

    def request(self, method: str, path: str, body: Optional[Mapping[str, Any]] = None, *, extra_seconds: float = 0.0) -> Any:
        """Sends a request and returns the JSON of a 2xx answer.

        :param extra_seconds: how much longer than usual the server may take, for a long-poll.
        :raises KynaraUnavailable: network failure, 5xx or 429, when the retries are spent.
        :raises KynaraRequestError: any other answer that is not a 2xx with JSON.
        """
        payload = None if body is None else json.dumps(body, separators=(",", ":"), allow_nan=False).encode("utf-8")
        attempt = 0
        while True:
            retry_after: Optional[float] = None
            cause: Optional[BaseException] = None
            credential = self._credential()
            try:
                answer = self._exchange(method, path, payload, credential, self._timeout + extra_seconds)
            except ssl.SSLCertVerificationError as error:
                raise KynaraRequestError(
                    f"The TLS certificate of {self._host} is not trusted ({error.verify_message}). Check KYNARA_BASE_URL, "
                    "or point SSL_CERT_FILE at your organization's certificate authority."
                ) from error
            except (OSError, http.client.HTTPException) as error:
                failure = f"it could not be reached ({type(error).__name__}: {error})"
                cause = error
            else:
                if answer.status not in RETRYABLE_STATUS:
                    return self._read(answer)
                failure = f"it answered {answer.status}" + _detail_suffix(answer.body)
                retry_after = _retry_after_seconds(answer.headers.get("retry-after"))
            pause = self._pause(attempt, retry_after)
            if pause is None:
                raise KynaraUnavailable(
                    f"Kynara gave no answer: {failure}, after {attempt + 1} attempt(s). "
                    "Check that KYNARA_BASE_URL is right and that the service is up, then try again.",
                    retry_after_seconds=retry_after,
                ) from cause
            time.sleep(pause)
            attempt += 1

    def close(self) -> None:
        """Closes the idle connections."""
        with self._idle_lock:
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()

    def _pause(self, attempt: int, retry_after: Optional[float]) -> Optional[float]:
        """Seconds to wait before the next attempt, or None when there is none."""
        if attempt >= self._retry.max_retries:
            return None
        backoff: float = self._retry.backoff_seconds * 2.0**attempt * random.uniform(0.75, 1.25)
        if retry_after is None:
            return backoff
        return max(backoff, retry_after) if retry_after <= self._retry.max_retry_after_seconds else None

    def _exchange(
        self, method: str, path: str, payload: Optional[bytes], credential: Mapping[str, str], timeout: float
    ) -> _Answer:
        """One attempt. A kept-alive connection that the server closed meanwhile is replaced without counting."""
        connection = self._take_idle()
        if connection is not None:
            try:
                return self._send(connection, method, path, payload, credential, timeout)
            except (ConnectionResetError, BrokenPipeError, http.client.RemoteDisconnected):
                pass
        return self._send(self._connect(timeout), method, path, payload, credential, timeout)

    def _send(
        self,
        connection: Connection,
        method: str,
        path: str,
        payload: Optional[bytes],
        credential: Mapping[str, str],
        timeout: float,
    ) -> _Answer:
        try:
            connection.timeout = timeout
            if connection.sock is not None:
                connection.sock.settimeout(timeout)
            headers = {**self._headers, **credential}
            if payload is not None:
                headers["Content-Type"] = "application/json"
            connection.request(method, self._prefix + path, body=payload, headers=headers)
            response = connection.getresponse()
            body = response.read(MAX_ANSWER_BYTES + 1)
            if len(body) > MAX_ANSWER_BYTES:
                raise KynaraRequestError(
                    f"{self._host} answered more than {MAX_ANSWER_BYTES} bytes; check that KYNARA_BASE_URL is Kynara's.",
                    status=response.status,
                )
            answer = _Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, body)
        except BaseException:
            connection.close()
            raise
        if response.will_close:
            connection.close()
        else:
            self._keep(connection)
        return answer

    def _connect(self, timeout: float) -> Connection:
        if self._tls is not None:
            return http.client.HTTPSConnection(self._host, self._port, timeout=timeout, context=self._tls)
        return http.client.HTTPConnection(self._host, self._port, timeout=timeout)

    def _take_idle(self) -> Optional[Connection]:
        with self._idle_lock:
            if self._owner_pid != os.getpid():
                # After a fork the sockets belong to the parent too; using them would mix two conversations.
                for inherited in self._idle:
                    inherited.close()
                self._idle, self._owner_pid = [], os.getpid()
            while self._idle:
                connection = self._idle.pop()
                if not _was_closed(connection):
                    return connection
                connection.close()
        return None

    def _keep(self, connection: Connection) -> None:
        with self._idle_lock:
            self._idle.append(connection)

    def _read(self, answer: _Answer) -> Any:
        if 200 <= answer.status < 300:
            try:
                return json.loads(answer.body)
            except ValueError as error:
                raise KynaraRequestError(
                    f"{self._host} answered {answer.status} with something that is not JSON; "
                    "check that KYNARA_BASE_URL is Kynara's and that no proxy answers in its place.",
                    status=answer.status,
                ) from error
        problem = _problem(answer.body)
        raise KynaraRequestError(
            _refusal(answer, problem),
            status=answer.status,
            code=problem.get("code"),
            request_id=problem.get("request_id") or answer.headers.get("x-request-id"),
        )


def _was_closed(connection: Connection) -> bool:
    """True when an idle connection has something to read: the server's close, or bytes nobody asked for."""
    if connection.sock is None:
        return True
    with selectors.DefaultSelector() as selector:
        selector.register(connection.sock, selectors.EVENT_READ)
        return bool(selector.select(timeout=0))


def _retry_after_seconds(value: Optional[str]) -> Optional[float]:
    """Reads Retry-After (RFC 9110 section 10.2.3): seconds, or an HTTP date."""
    if value is None:
        return None
    text = value.strip()
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - time.time())
    except (TypeError, ValueError):
        return None


def _problem(body: bytes) -> Dict[str, str]:
    """The text members of an RFC 9457 problem document; empty when the body is none."""
    try:
        document = json.loads(body)
    except ValueError:
        return {}
    if not isinstance(document, dict):
        return {}
    return {name: value for name, value in document.items() if isinstance(value, str)}


def _detail_suffix(body: bytes) -> str:
    detail = _problem(body).get("detail")
    return f" ({detail})" if detail else ""


_WHAT_TO_DO: Mapping[int, Tuple[str, str]] = {
    400: ("malformed request", "Check the arguments of this call."),
    401: (
        "the key or token is not accepted",
        "Check KYNARA_API_KEY or the token_provider: it may be mistyped, expired or revoked.",
    ),
    403: ("this key or token may not do that", "Check KYNARA_AGENT_ID, or use a key that belongs to this agent."),
    404: ("not found", "Check the id, and that KYNARA_BASE_URL is Kynara's."),
    409: ("conflict", "Look at the current state of what you asked for, then decide again."),
    413: ("too large", "Send fewer or smaller attributes."),
    421: ("this organization is served in another region", "Point KYNARA_BASE_URL at the region of your organization."),
    422: ("invalid content", "Check the action, the resource and its attributes."),
}


def _refusal(answer: _Answer, problem: Mapping[str, str]) -> str:
    if 300 <= answer.status < 400:
        target = answer.headers.get("location", "another address")
        return f"KYNARA_BASE_URL redirects to {target}, which the SDK does not follow. Set KYNARA_BASE_URL to the final address."
    meaning, advice = _WHAT_TO_DO.get(answer.status, ("unexpected answer", "Check that KYNARA_BASE_URL is Kynara's."))
    said = problem.get("detail") or problem.get("title") or meaning
    reference = f" (request {problem['request_id']})" if "request_id" in problem else ""
    return f"Kynara answered {answer.status}: {said.rstrip('.')}. {advice}{reference}"
