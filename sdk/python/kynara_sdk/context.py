"""The client and the decision that are current, per thread and per task (contextvars).

A new thread starts with an empty context: give it a client of its own, run it through
``contextvars.copy_context().run``, or rely on the environment, which is the same everywhere.
"""

from __future__ import annotations

import os
import threading
from contextlib import contextmanager
from contextvars import ContextVar, Token
from typing import Dict, Iterator, Optional, Tuple

from .client import Kynara
from .decision import Decision

_ENVIRONMENT = ("KYNARA_BASE_URL", "KYNARA_API_KEY", "KYNARA_AGENT_ID", "KYNARA_FAIL_CLOSED")

_current_kynara: ContextVar[Optional[Kynara]] = ContextVar("current_kynara", default=None)
_current_decision: ContextVar[Optional[Decision]] = ContextVar("current_decision", default=None)
_from_environment: Dict[Tuple[Optional[str], ...], Kynara] = {}
_from_environment_lock = threading.Lock()


def set_current_kynara(kynara: Optional[Kynara]) -> Token[Optional[Kynara]]:
    """Makes this client the current one here; None goes back to the environment.

    :returns: a token for ``contextvars`` users who restore what was current before; see ``using_kynara``.
    """
    return _current_kynara.set(kynara)


@contextmanager
def using_kynara(kynara: Kynara) -> Iterator[Kynara]:
    """Makes this client the current one inside a ``with`` block."""
    token = _current_kynara.set(kynara)
    try:
        yield kynara
    finally:
        _current_kynara.reset(token)


def get_current_kynara() -> Kynara:
    """The client set here, else one built from the environment.

    :raises KynaraConfigurationError: when there is neither.
    """
    return _current_kynara.get() or _kynara_of_environment()


def get_current_decision() -> Optional[Decision]:
    """Inside a guarded function: the decision that let it run, with its obligations. Elsewhere None."""
    return _current_decision.get()


@contextmanager
def deciding(decision: Decision) -> Iterator[None]:
    """Makes this decision the current one inside a ``with`` block."""
    token = _current_decision.set(decision)
    try:
        yield
    finally:
        _current_decision.reset(token)


def _kynara_of_environment() -> Kynara:
    """One client per set of values, so that its connections are kept and a changed environment is noticed."""
    values = tuple(os.environ.get(name) for name in _ENVIRONMENT)
    with _from_environment_lock:
        kynara = _from_environment.get(values)
        if kynara is None:
            kynara = Kynara.from_env()
            _from_environment.clear()
            _from_environment[values] = kynara
        return kynara
