"""The context manager behind ``Kynara.guard``."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager, AbstractContextManager
from types import TracebackType
from typing import TYPE_CHECKING, Any, Mapping, Optional, Type

from .decision import Decision

if TYPE_CHECKING:
    from .client import Kynara


class Guard(AbstractContextManager, AbstractAsyncContextManager):  # type: ignore[type-arg]
    """What ``Kynara.guard`` returns. Entering it enforces and yields the decision."""

    def __init__(self, kynara: Kynara, action: str, options: Mapping[str, Any]) -> None:
        self._kynara = kynara
        self._action = action
        self._options = options

    def __enter__(self) -> Decision:
        return self._kynara.enforce(self._action, **self._options)

    def __exit__(
        self,
        exc_type: Optional[Type[BaseException]],
        exc_value: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        return None

    async def __aenter__(self) -> Decision:
        return await self._kynara.enforce_async(self._action, **self._options)

    async def __aexit__(
        self,
        exc_type: Optional[Type[BaseException]],
        exc_value: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        return None
