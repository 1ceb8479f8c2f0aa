"""Asking once: what is sent, what is understood, and what is never taken for a yes."""

from __future__ import annotations

import json
import threading
import time
import unittest
from email.utils import formatdate
from unittest import mock

from support import DEMOGRAPHICS, DIAGNOSIS, KynaraTestCase
from kynara_server import API_KEY, Fault

from kynara_sdk import Kynara, KynaraConfigurationError, KynaraRequestError, KynaraUnavailable


class Asking(KynaraTestCase):
    def test_sends_exactly_the_contract_and_leaves_out_what_is_absent(self) -> None:
        self.kynara.check("ehr.read", resource=DEMOGRAPHICS)
        client = self.client(agent_id="agt_1").acting_for("usr_1")
        client.check("ehr.read", resource=DEMOGRAPHICS, context={"purpose": "TREAT"}, approval_id="apr_x")
        self.assertEqual(self.server.checks[0], {"action": "ehr.read", "resource": DEMOGRAPHICS})
        self.assertEqual(
            self.server.checks[1],
            {
                "subject_type": "agent",
                "subject_id": "agt_1",
                "on_behalf_of_user_id": "usr_1",
                "action": "ehr.read",
                "resource": DEMOGRAPHICS,
                "context": {"purpose": "TREAT"},
                "approval_id": "apr_x",
            },
        )
        self.assertEqual(self.server.headers[0]["x-kynara-key"], API_KEY)

    def test_reads_an_allow_with_its_obligations(self) -> None:
        decision = self.kynara.check("ehr.read", resource=DEMOGRAPHICS)
        self.assertTrue(decision)
        self.assertEqual((decision.effect, decision.decision_id, decision.ttl_seconds), ("allow", "dec_1", 0))
        self.assertEqual(list(decision.obligations), [{"type": "redact", "fields": ["ssn"]}])

    def test_a_deny_and_a_require_approval_are_false_in_a_boolean_context(self) -> None:
        self.assertFalse(self.kynara.check("ehr.delete", resource=DEMOGRAPHICS))
        waiting = self.kynara.check("ehr.read", resource=DIAGNOSIS)
        self.assertFalse(waiting)
        self.assertEqual(waiting.approval_url, f"{self.server.url}/inbox/apr_1")

    def test_nothing_is_cached(self) -> None:
        for _ in range(3):
            self.kynara.check("ehr.read", resource=DEMOGRAPHICS)
        self.assertEqual(len(self.server.checks), 3)

    def test_calls_of_one_thread_share_one_connection_and_threads_do_not(self) -> None:
        for _ in range(5):
            self.kynara.check("ehr.read", resource=DEMOGRAPHICS)
        self.assertEqual(len(set(self.server.client_ports)), 1)
        barrier = threading.Barrier(4)

        def ask() -> None:
            barrier.wait(5)
            self.kynara.enforce("ehr.read", resource=DEMOGRAPHICS)

        threads = [threading.Thread(target=ask) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(10)
        self.assertEqual(len(self.server.checks), 9)

    def test_a_connection_that_the_server_closed_meanwhile_is_replaced_without_a_retry(self) -> None:
        kynara = self.client(retry=type(self.kynara._retry)(max_retries=0))
        kynara.check("ehr.read", resource=DEMOGRAPHICS)
        self.server.faults = [Fault(0)]
        self.assertTrue(kynara.check("ehr.read", resource=DEMOGRAPHICS).allowed)
        self.assertEqual(len(set(self.server.client_ports)), 2)

    def test_a_forked_process_opens_connections_of_its_own(self) -> None:
        self.kynara.check("ehr.read", resource=DEMOGRAPHICS)
        with mock.patch("os.getpid", return_value=-1):
            self.kynara.check("ehr.read", resource=DEMOGRAPHICS)
        self.assertEqual(len(set(self.server.client_ports)), 2)

    def test_on_decision_sees_each_answer_and_can_stop_the_action(self) -> None:
        seen = []
        self.client(on_decision=lambda decision: seen.append(decision.decision_id)).check("x.y", resource=DEMOGRAPHICS)
        self.assertEqual(seen, ["dec_1"])

        def stop(_: object) -> None:
            raise RuntimeError("stop")

        with self.assertRaisesRegex(RuntimeError, "stop"):
            self.client(on_decision=stop).enforce("ehr.read", resource=DEMOGRAPHICS)


class Failing(KynaraTestCase):
    def test_5xx_is_retried_and_then_answered(self) -> None:
        self.server.faults = [Fault(503), Fault(500)]
        self.assertTrue(self.kynara.check("ehr.read", resource=DEMOGRAPHICS).allowed)

    def test_after_the_retries_kynara_is_unavailable_and_says_why(self) -> None:
        self.server.faults = [Fault(503)] * 3
        with self.assertRaisesRegex(KynaraUnavailable, r"503 \(injected fault\), after 3 attempt"):
            self.kynara.check("ehr.read", resource=DEMOGRAPHICS)
        self.assertEqual(len(self.server.headers), 3)
        self.assertEqual(self.server.checks, [])

    def test_retry_after_is_respected(self) -> None:
        self.server.faults = [Fault(429, headers={"Retry-After": "1"})]
        started = time.monotonic()
        self.assertTrue(self.kynara.check("ehr.read", resource=DEMOGRAPHICS).allowed)
        self.assertGreaterEqual(time.monotonic() - started, 1.0)

    def test_retry_after_may_be_a_date(self) -> None:
        self.server.faults = [Fault(429, headers={"Retry-After": formatdate(time.time() + 2, usegmt=True)})]
        started = time.monotonic()
        self.assertTrue(self.kynara.check("ehr.read", resource=DEMOGRAPHICS).allowed)
        self.assertGreaterEqual(time.monotonic() - started, 0.9)

    def test_a_retry_after_that_is_too_long_fails_at_once_and_is_handed_on(self) -> None:
        self.server.faults = [Fault(429, headers={"Retry-After": "3600"})]
        with self.assertRaises(KynaraUnavailable) as raised:
            self.kynara.check("ehr.read", resource=DEMOGRAPHICS)
        self.assertEqual(raised.exception.retry_after_seconds, 3600)
        self.assertEqual(len(self.server.headers), 1)

    def test_a_closed_port_a_dropped_connection_and_a_silent_server_are_unavailable(self) -> None:
        self.server.faults = [Fault(0)] * 6
        with self.assertRaises(KynaraUnavailable):
            self.kynara.check("ehr.read", resource=DEMOGRAPHICS)
        nobody = Kynara("http://127.0.0.1:1", API_KEY, retry=self.kynara._retry)
        with self.assertRaises(KynaraUnavailable) as raised:
            nobody.check("ehr.read", resource=DEMOGRAPHICS)
        self.assertIsNone(raised.exception.decision)

    def test_a_refusal_is_not_retried_and_says_what_to_do(self) -> None:
        with self.assertRaisesRegex(KynaraRequestError, "The key is unknown. Check KYNARA_API_KEY") as raised:
            self.client(api_key="sk_live_other").check("ehr.read", resource=DEMOGRAPHICS)
        error = raised.exception
        self.assertEqual((error.status, error.code, error.request_id), (401, "unauthorized", "req_1"))
        self.assertEqual(len(self.server.headers), 1)

    def test_every_4xx_is_a_refusal(self) -> None:
        for status in (400, 403, 404, 409, 413, 421, 422):
            with self.subTest(status=status):
                self.server.faults = [Fault(status)]
                with self.assertRaises(KynaraRequestError) as raised:
                    self.client(fail_closed=False).enforce("ehr.read", resource=DEMOGRAPHICS)
                self.assertEqual(raised.exception.status, status)

    def test_a_redirect_is_not_followed(self) -> None:
        self.server.faults = [Fault(307, headers={"Location": "https://elsewhere.example"})]
        with self.assertRaisesRegex(KynaraRequestError, "redirects to https://elsewhere.example"):
            self.kynara.check("ehr.read", resource=DEMOGRAPHICS)

    def test_nothing_but_a_whole_decision_is_an_allow_even_when_failing_open(self) -> None:
        for body in (
            b"<html>captive portal</html>",
            b"[]",
            b"{}",
            b'{"effect":"ALLOW","decision_id":"dec_1"}',
            b'{"effect":"allow"}',
            b'{"effect":"allow","decision_id":""}',
            b'{"effect":"allow","decision_id":"dec_1","obligations":"redact"}',
            b'{"effect":"require_approval","decision_id":"dec_1"}',
        ):
            with self.subTest(body=body):
                self.server.faults = [Fault(200, body=body)]
                with self.assertRaises(KynaraRequestError):
                    self.client(fail_closed=False).enforce("ehr.read", resource=DEMOGRAPHICS)


class FailingOpen(KynaraTestCase):
    def test_an_unreachable_kynara_lets_a_check_through_with_a_warning(self) -> None:
        kynara = self.client(fail_closed=False)
        self.server.faults = [Fault(503)] * 3
        with self.assertLogs("kynara_sdk", "WARNING") as logs:
            decision = kynara.enforce("ehr.read", resource=DIAGNOSIS)
        self.assertEqual((decision.unrecorded, decision.decision_id), (True, ""))
        self.assertIn("WITHOUT a decision", logs.output[0])
        self.assertNotIn("p-100", logs.output[0])

    def test_never_what_a_person_was_asked_about(self) -> None:
        kynara = self.client(fail_closed=False)
        waiting = kynara.check("ehr.read", resource=DIAGNOSIS)
        self.server.decide("apr_1", "approved")
        self.server.faults = [Fault(503)] * 3
        with self.assertRaises(KynaraUnavailable):
            kynara.enforce("ehr.read", resource=DIAGNOSIS, approval_id=waiting.approval_id)

    def test_never_a_deny(self) -> None:
        self.assertFalse(self.client(fail_closed=False).check("ehr.delete", resource=DEMOGRAPHICS))


class Configuring(KynaraTestCase):
    def test_from_env_reads_all_four_variables(self) -> None:
        self.use_environment(KYNARA_AGENT_ID="agt_7", KYNARA_FAIL_CLOSED="false")
        kynara = Kynara.from_env()
        self.assertEqual((kynara.base_url, kynara.agent_id, kynara.fail_closed), (self.server.url, "agt_7", False))

    def test_from_env_names_what_is_missing(self) -> None:
        with self.assertRaisesRegex(KynaraConfigurationError, "KYNARA_BASE_URL and KYNARA_API_KEY not set"):
            Kynara.from_env()

    def test_fail_closed_is_the_default_and_a_typing_error_is_told(self) -> None:
        self.use_environment()
        self.assertTrue(Kynara.from_env().fail_closed)
        self.use_environment(KYNARA_FAIL_CLOSED="flase")
        with self.assertRaisesRegex(KynaraConfigurationError, "KYNARA_FAIL_CLOSED"):
            Kynara.from_env()

    def test_refuses_what_is_no_url_or_no_key(self) -> None:
        for url, key in (("kynara.example", API_KEY), ("ftp://x", API_KEY), ("http://x", ""), ("http://x", "a\r\nb: c")):
            with self.subTest(url=url, key=key), self.assertRaises(KynaraConfigurationError):
                Kynara(url, key)

    def test_neither_repr_shows_a_secret(self) -> None:
        self.assertNotIn(API_KEY, repr(self.kynara))
        self.assertNotIn("p-100", repr(self.kynara.check("ehr.read", resource=DEMOGRAPHICS)))

    def test_a_path_in_the_base_url_is_kept(self) -> None:
        body = {"effect": "allow", "decision_id": "dec_9"}
        self.server.faults = [Fault(200, body=json.dumps(body).encode())]
        self.assertTrue(self.client(base_url=f"{self.server.url}/kynara/").check("x.y", resource=DEMOGRAPHICS).allowed)


if __name__ == "__main__":
    unittest.main()
