"""Asking with a token of an identity provider instead of a key."""

from __future__ import annotations

import asyncio
import os
import unittest
from typing import Any, Callable, List, Optional

from support import DEMOGRAPHICS, DIAGNOSIS, QUICK, KynaraTestCase
from kynara_server import API_KEY, Fault

from kynara_sdk import Kynara, KynaraConfigurationError, KynaraRequestError


class Tokens(KynaraTestCase):
    def with_token(self, provider: Callable[[], Any], **options: Any) -> Kynara:
        return self.client(api_key=None, token_provider=provider, **options)

    def fresh(self) -> Callable[[], str]:
        """Returns another token each time, and only the latest counts."""
        made: List[str] = []

        def provider() -> str:
            made.append(f"a.b.{len(made) + 1}")
            self.server.token = made[-1]
            return f" {made[-1]}\n"

        return provider

    def sent(self, name: str = "authorization") -> List[Optional[str]]:
        return [headers.get(name) for headers in self.server.headers]

    def test_the_provider_is_called_for_each_request_and_its_token_sent_as_a_bearer(self) -> None:
        kynara = self.with_token(self.fresh())
        self.server.faults = [Fault(503)]
        kynara.check("ehr.read", resource=DEMOGRAPHICS)
        kynara.acting_for("usr_1").check("ehr.read", resource=DEMOGRAPHICS)
        self.assertEqual(self.sent(), ["Bearer a.b.1", "Bearer a.b.2", "Bearer a.b.3"])
        self.assertEqual(self.sent("x-kynara-key"), [None, None, None])

    def test_a_wait_for_a_person_has_a_fresh_token_each_time(self) -> None:
        self.server.decide_when_asked("approved")
        self.assertTrue(self.with_token(self.fresh()).enforce("ehr.read", resource=DIAGNOSIS).allowed)
        self.assertEqual(self.sent(), ["Bearer a.b.1", "Bearer a.b.2", "Bearer a.b.3"])

    def test_a_coroutine_may_ask_with_a_token(self) -> None:
        kynara = self.with_token(self.fresh())
        self.assertTrue(asyncio.run(kynara.check_async("ehr.read", resource=DEMOGRAPHICS)).allowed)

    def test_a_key_in_the_environment_that_is_a_token_goes_as_a_bearer(self) -> None:
        self.server.token = "a.b.c"
        self.use_environment()
        os.environ["KYNARA_API_KEY"] = "a.b.c"
        kynara = Kynara.from_env()
        self.addCleanup(kynara.close)
        kynara.check("ehr.read", resource=DEMOGRAPHICS)
        self.kynara.check("ehr.read", resource=DEMOGRAPHICS)
        self.assertEqual(self.sent(), ["Bearer a.b.c", None])
        self.assertEqual(self.sent("x-kynara-key"), [None, API_KEY])

    def test_with_a_provider_the_environment_needs_no_key_and_uses_none(self) -> None:
        self.server.token = "a.b.c"
        self.use_environment()
        for key in ("", API_KEY):
            os.environ["KYNARA_API_KEY"] = key
            kynara = Kynara.from_env(token_provider=lambda: "a.b.c")
            self.addCleanup(kynara.close)
            kynara.check("ehr.read", resource=DEMOGRAPHICS)
        self.assertEqual(self.sent("x-kynara-key"), [None, None])

    def test_a_stale_token_is_refused_like_a_key_without_a_retry(self) -> None:
        self.server.token = "a.b.c"
        with self.assertRaisesRegex(KynaraRequestError, "token_provider") as raised:
            self.with_token(lambda: "a.b.old").check("ehr.read", resource=DEMOGRAPHICS)
        self.assertEqual(raised.exception.status, 401)
        self.assertEqual(len(self.server.headers), 1)

    def test_a_provider_without_a_token_lets_nothing_through_even_when_failing_open(self) -> None:
        def fails() -> str:
            raise OSError("no such file")

        for provider in (fails, lambda: "", lambda: "a.b.c\r\nX-Kynara-Key: sk_live_x", lambda: None, lambda: "ä"):
            with self.subTest(provider=provider):
                with self.assertRaisesRegex(KynaraConfigurationError, "nothing was asked"):
                    self.with_token(provider, fail_closed=False).enforce("ehr.read", resource=DEMOGRAPHICS)
        self.assertEqual(self.server.headers, [])

    def test_a_client_takes_a_key_or_a_provider_and_not_both(self) -> None:
        with self.assertRaisesRegex(KynaraConfigurationError, "not both"):
            self.client(token_provider=lambda: "a.b.c")
        with self.assertRaises(KynaraConfigurationError):
            Kynara(self.server.url, retry=QUICK)


if __name__ == "__main__":
    unittest.main()
