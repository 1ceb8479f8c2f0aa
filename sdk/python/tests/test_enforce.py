"""Enforcing: the action goes on with an allow, waits for people, and stops with everything else."""

from __future__ import annotations

import asyncio
import pickle
import threading
import time
import unittest

from support import DEMOGRAPHICS, DIAGNOSIS, KynaraTestCase
from kynara_server import Fault

from kynara_sdk import (
    ApprovalCancelled,
    ApprovalDenied,
    ApprovalExpired,
    ApprovalRequired,
    KynaraRequestError,
    KynaraUnavailable,
    PermissionDenied,
    RetryPolicy,
)


class Enforcing(KynaraTestCase):
    def test_an_allow_returns_the_decision(self) -> None:
        self.assertEqual(self.kynara.enforce("ehr.read", resource=DEMOGRAPHICS).decision_id, "dec_1")

    def test_a_deny_raises_with_the_decision_and_without_the_patient(self) -> None:
        with self.assertRaises(PermissionDenied) as raised:
            self.kynara.enforce("ehr.delete", resource=DEMOGRAPHICS)
        error = raised.exception
        self.assertIn("no_matching_policy", str(error))
        self.assertIn("dec_1", str(error))
        self.assertNotIn("p-100", str(error))
        assert error.decision is not None
        self.assertEqual(error.decision.resource, DEMOGRAPHICS)

    def test_errors_survive_pickling(self) -> None:
        with self.assertRaises(ApprovalRequired) as raised:
            self.kynara.enforce("ehr.read", resource=DIAGNOSIS, wait=False)
        copied = pickle.loads(pickle.dumps(raised.exception))
        self.assertEqual((str(copied), copied.approval_id), (str(raised.exception), "apr_1"))

    def test_without_waiting_the_error_carries_the_address_where_a_person_decides(self) -> None:
        with self.assertRaises(ApprovalRequired) as raised:
            self.kynara.enforce("ehr.read", resource=DIAGNOSIS, wait=False)
        self.assertEqual(raised.exception.approval_url, f"{self.server.url}/inbox/apr_1")
        self.assertEqual(raised.exception.expires_at, "2030-01-01T00:00:00Z")
        self.assertEqual(self.server.polls, [])


class WaitingForAPerson(KynaraTestCase):
    def test_approved_asks_again_with_the_approval_and_is_allowed(self) -> None:
        self.server.decide_when_asked("approved")
        decision = self.kynara.enforce("ehr.read", resource=DIAGNOSIS)
        self.assertEqual((decision.allowed, decision.decision_id), (True, "dec_2"))
        self.assertEqual([check.get("approval_id") for check in self.server.checks], [None, "apr_1"])
        self.assertEqual(self.server.polls, [25])

    def test_an_approval_is_used_once_so_the_next_call_waits_again(self) -> None:
        self.server.decide_when_asked("approved")
        self.kynara.enforce("ehr.read", resource=DIAGNOSIS)
        with self.assertRaises(ApprovalRequired) as raised:
            self.kynara.enforce("ehr.read", resource=DIAGNOSIS, wait=False)
        self.assertEqual(raised.exception.approval_id, "apr_2")

    def test_two_callers_who_joined_one_approval_need_two(self) -> None:
        results = []

        def ask() -> None:
            results.append(self.kynara.enforce("ehr.read", resource=DIAGNOSIS).allowed)

        threads = [threading.Thread(target=ask) for _ in range(2)]
        for thread in threads:
            thread.start()
        for approval_id in ("apr_1", "apr_2"):
            deadline = time.monotonic() + 10
            while approval_id not in self.server.approvals or len(self.server.polls) < 2:
                self.assertLess(time.monotonic(), deadline)
                time.sleep(0.01)
            self.server.decide(approval_id, "approved")
        for thread in threads:
            thread.join(10)
        self.assertEqual(results, [True, True])
        self.assertEqual({key: a["state"] for key, a in self.server.approvals.items()}, {"apr_1": "consumed", "apr_2": "consumed"})

    def test_an_approval_that_another_call_used_meanwhile_is_asked_for_anew(self) -> None:
        self.server.decide_when_asked("consumed")
        with self.assertRaises(ApprovalRequired) as raised:
            self.kynara.enforce("ehr.read", resource=DIAGNOSIS, timeout=2)
        self.assertEqual(raised.exception.approval_id, "apr_2")
        self.assertEqual([check.get("approval_id") for check in self.server.checks], [None, None])

    def test_denied_carries_the_persons_reason(self) -> None:
        self.server.decide_when_asked("denied", "Not your patient")
        with self.assertRaisesRegex(ApprovalDenied, "Not your patient") as raised:
            self.kynara.enforce("ehr.read", resource=DIAGNOSIS)
        self.assertEqual(raised.exception.reason, "Not your patient")
        assert raised.exception.approval is not None
        self.assertEqual(raised.exception.approval.decided_by, {"id": "usr_1", "name": "Dr. Alice Smith"})
        assert raised.exception.decision is not None
        self.assertEqual(raised.exception.decision.approval_id, "apr_1")
        self.assertEqual(len(self.server.checks), 1)

    def test_expired_and_cancelled_stop_the_action(self) -> None:
        for state, error in (("expired", ApprovalExpired), ("cancelled", ApprovalCancelled)):
            with self.subTest(state=state):
                self.server.polls.clear()
                self.server.decide_when_asked(state)
                with self.assertRaises(error):
                    self.kynara.enforce("ehr.read", resource=DIAGNOSIS)

    def test_an_unknown_state_stops_the_action(self) -> None:
        self.server.decide_when_asked("postponed")
        with self.assertRaisesRegex(KynaraRequestError, "postponed"):
            self.kynara.enforce("ehr.read", resource=DIAGNOSIS)

    def test_the_timeout_ends_the_wait_and_leaves_the_approval_open(self) -> None:
        started = time.monotonic()
        with self.assertRaisesRegex(ApprovalRequired, "Nobody has decided") as raised:
            self.kynara.enforce("ehr.read", resource=DIAGNOSIS, timeout=0.3)
        self.assertLess(time.monotonic() - started, 1.0)
        self.server.decide("apr_1", "approved")
        again = self.kynara.enforce("ehr.read", resource=DIAGNOSIS, approval_id=raised.exception.approval_id)
        self.assertTrue(again.allowed)

    def test_a_restart_of_kynara_during_the_wait_is_sat_out(self) -> None:
        self.server.poll_faults = [Fault(503)] * 4
        self.server.decide_when_asked("approved")
        self.assertTrue(self.kynara.enforce("ehr.read", resource=DIAGNOSIS).allowed)

    def test_a_long_outage_during_the_wait_ends_it_even_when_failing_open(self) -> None:
        self.server.poll_faults = [Fault(503)] * 100
        quick = RetryPolicy(max_retries=0, outage_seconds=0)
        with self.assertRaisesRegex(KynaraUnavailable, "stays open at"):
            self.client(fail_closed=False, retry=quick).enforce("ehr.read", resource=DIAGNOSIS)

    def test_an_approval_that_does_not_cover_the_request_is_a_deny_with_the_reason(self) -> None:
        self.kynara.check("ehr.read", resource=DIAGNOSIS)
        self.server.decide("apr_1", "approved")
        other = {**DIAGNOSIS, "id": "p-200"}
        with self.assertRaisesRegex(PermissionDenied, "approval_not_valid.*Ask without approval_id"):
            self.kynara.enforce("ehr.read", resource=other, approval_id="apr_1")

    def test_an_approval_that_is_given_but_never_accepted_is_not_presented_forever(self) -> None:
        self.kynara.check("ehr.read", resource=DIAGNOSIS)
        self.server.decide("apr_1", "approved")
        body = b'{"effect":"require_approval","decision_id":"dec_x","approval_id":"apr_1"}'
        self.server.faults = [Fault(200, body=body)] * 3
        with self.assertRaisesRegex(ApprovalRequired, "does not cover"):
            self.kynara.enforce("ehr.read", resource=DIAGNOSIS, approval_id="apr_1")
        self.assertEqual(len(self.server.faults), 1)

    def test_the_agent_can_withdraw_its_request(self) -> None:
        decision = self.kynara.check("ehr.read", resource=DIAGNOSIS)
        assert decision.approval_id is not None
        self.assertEqual(self.kynara.cancel_approval(decision.approval_id).state, "cancelled")
        self.assertEqual(self.kynara.find_approval(decision.approval_id).state, "cancelled")
        with self.assertRaises(KynaraRequestError):
            self.kynara.find_approval("apr_unknown")


class Guarding(KynaraTestCase):
    def test_the_body_runs_with_an_allow_and_sees_the_decision(self) -> None:
        with self.kynara.guard("ehr.read", resource=DEMOGRAPHICS) as decision:
            self.assertEqual(decision.decision_id, "dec_1")

    def test_the_body_does_not_run_without_one(self) -> None:
        ran = False
        with self.assertRaises(PermissionDenied):
            with self.kynara.guard("ehr.delete", resource=DEMOGRAPHICS):
                ran = True
        self.assertFalse(ran)

    def test_what_the_body_raises_is_not_swallowed(self) -> None:
        with self.assertRaises(ZeroDivisionError):
            with self.kynara.guard("ehr.read", resource=DEMOGRAPHICS):
                raise ZeroDivisionError

    def test_async(self) -> None:
        async def work() -> str:
            async with self.kynara.guard("ehr.read", resource=DEMOGRAPHICS) as decision:
                return decision.decision_id

        self.assertEqual(asyncio.run(work()), "dec_1")


class Coroutines(KynaraTestCase):
    def test_the_event_loop_stays_free_while_many_wait(self) -> None:
        """More waits than asyncio's own pool has threads, and the loop still ticks."""
        waits = 40

        async def work() -> int:
            resources = [{**DIAGNOSIS, "id": f"p-{n}"} for n in range(waits)]
            tasks = [asyncio.create_task(self.kynara.enforce_async("ehr.read", resource=r)) for r in resources]
            while len(self.server.polls) < waits:
                await asyncio.sleep(0.01)
            self.assertEqual(await asyncio.to_thread(lambda: "free"), "free")
            for approval_id in list(self.server.approvals):
                self.server.decide(approval_id, "approved")
            return sum(decision.allowed for decision in await asyncio.gather(*tasks))

        self.assertEqual(asyncio.run(asyncio.wait_for(work(), 20)), waits)

    def test_a_cancelled_task_is_left_at_once(self) -> None:
        async def work() -> None:
            task = asyncio.create_task(self.kynara.enforce_async("ehr.read", resource=DIAGNOSIS))
            while not self.server.polls:
                await asyncio.sleep(0.01)
            task.cancel()
            with self.assertRaises(asyncio.CancelledError):
                await task

        started = time.monotonic()
        asyncio.run(work())
        self.assertLess(time.monotonic() - started, 5)

    def test_errors_arrive_in_the_coroutine(self) -> None:
        with self.assertRaises(PermissionDenied):
            asyncio.run(self.kynara.enforce_async("ehr.delete", resource=DEMOGRAPHICS))
        self.assertFalse(asyncio.run(self.kynara.check_async("ehr.delete", resource=DEMOGRAPHICS)))


if __name__ == "__main__":
    unittest.main()
