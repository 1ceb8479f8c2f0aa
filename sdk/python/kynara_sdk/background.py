"""Runs blocking work for a coroutine."""

from __future__ import annotations

import asyncio
import contextvars
import threading
from typing import Callable, TypeVar

T = TypeVar("T")


async def run_in_thread(work: Callable[[], T]) -> T:
    """Runs ``work`` in a thread of its own and awaits its result.

    Not ``asyncio.to_thread``: its pool is small and shared with the whole program, and a call here may wait
    hours for a person. The thread is a daemon, so a program that ends does not hang on an open wait; a
    cancelled task is left at once, and its thread ends with the request it is in.
    """
    loop = asyncio.get_running_loop()
    future: asyncio.Future[T] = loop.create_future()
    context = contextvars.copy_context()

    def deliver(settle: Callable[[], None]) -> None:
        if not future.done():
            settle()

    def hand_over(settle: Callable[[], None]) -> None:
        try:
            loop.call_soon_threadsafe(deliver, settle)
        except RuntimeError:
            # The loop was closed while the thread was waiting: nobody is left to be told.
            pass

    def run() -> None:
        try:
            result = context.run(work)
        except BaseException as error:
            failure = error
            hand_over(lambda: future.set_exception(failure))
        else:
            hand_over(lambda: future.set_result(result))

    threading.Thread(target=run, name="kynara", daemon=True).start()
    return await future
