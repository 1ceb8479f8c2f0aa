"""``permission_required``: what of a call is asked about, and that the body never runs without an allow."""

from __future__ import annotations

import asyncio
import contextvars
import inspect
import threading
import unittest
from typing import Any, Dict, List, Optional

from support import KynaraTestCase

from kynara_sdk import ApprovalRequired, KynaraConfigurationError, PermissionDenied, permission_required
from kynara_sdk.context import get_current_decision, get_current_kynara, set_current_kynara, using_kynara


class Ehr:
    """The caller's own record system: answers, and remembers that it was asked."""

    def __init__(self) -> None:
        self.reads: List[tuple] = []

    def get_record(self, patient_id: str, record_type: str) -> Dict[str, str]:
        self.reads.append((patient_id, record_type))
        return {"patient_id": patient_id, "record_type": record_type}


ehr = Ehr()


@permission_required(
    "ehr.read",
    resource_arg="patient_id",
    resource_type="patient_record",
    resource_attrs=lambda patient_id, record_type: {"record_type": record_type, "patient_id": patient_id},
)
def read_patient_record(patient_id: str, record_type: str):
    return ehr.get_record(patient_id, record_type)


class TheExample(KynaraTestCase):
    def setUp(self) -> None:
        super().setUp()
        ehr.reads.clear()

    def test_demographics_at_once_from_the_environment(self) -> None:
        self.use_environment(KYNARA_AGENT_ID="agt_1")
        self.assertEqual(read_patient_record("p-100", "demographics")["patient_id"], "p-100")
        self.assertEqual(
            self.server.checks,
            [
                {
                    "subject_type": "agent",
                    "subject_id": "agt_1",
                    "action": "ehr.read",
                    "resource": {
                        "type": "patient_record",
                        "id": "p-100",
                        "attrs": {"record_type": "demographics", "patient_id": "p-100"},
                    },
                }
            ],
        )

    def test_a_diagnosis_after_a_person_has_approved(self) -> None:
        set_current_kynara(self.kynara)
        self.server.decide_when_asked("approved")
        self.assertEqual(read_patient_record("p-100", record_type="diagnosis")["record_type"], "diagnosis")
        self.assertEqual(len(self.server.checks), 2)

    def test_the_record_system_is_not_asked_without_an_allow(self) -> None:
        set_current_kynara(self.kynara)
        with self.assertRaises(PermissionDenied):
            read_patient_record("p-100", "billing")
        self.assertEqual(ehr.reads, [])

    def test_each_call_is_one_decision(self) -> None:
        set_current_kynara(self.kynara)
        for _ in range(3):
            read_patient_record("p-100", "demographics")
        self.assertEqual(len(self.server.checks), 3)

    def test_the_function_keeps_its_name_and_signature(self) -> None:
        self.assertEqual(read_patient_record.__name__, "read_patient_record")
        self.assertEqual(list(inspect.signature(read_patient_record).parameters), ["patient_id", "record_type"])


class Arguments(KynaraTestCase):
    def setUp(self) -> None:
        super().setUp()
        set_current_kynara(self.kynara)

    def asked(self) -> Dict[str, Any]:
        return self.server.checks[-1]

    def test_defaults_count_and_each_function_gets_only_what_it_has_a_parameter_for(self) -> None:
        @permission_required(
            "ehr.read",
            resource_arg="patient",
            resource_type="patient_record",
            resource_attrs=lambda kind: {"record_type": kind},
            context_fn=lambda purpose, absent="x": {"purpose": purpose, "absent": absent},
            on_behalf_of=lambda clinician: clinician,
        )
        def read(patient: int, kind: str = "demographics", *, purpose: str = "TREAT", clinician: Optional[str] = "usr_9") -> int:
            return patient

        self.assertEqual(read(7), 7)
        self.assertEqual(self.asked()["resource"]["id"], "7")
        self.assertEqual(self.asked()["resource"]["attrs"], {"record_type": "demographics"})
        self.assertEqual(self.asked()["context"], {"purpose": "TREAT", "absent": "x"})
        self.assertEqual(self.asked()["on_behalf_of_user_id"], "usr_9")

    def test_keyword_arguments_without_a_parameter_are_found_by_name(self) -> None:
        @permission_required("ehr.read", resource_arg="pid", resource_type="r", resource_attrs=lambda **all_: {"record_type": all_["kind"]})
        def read(**kwargs: str) -> str:
            return kwargs["pid"]

        self.assertEqual(read(pid="p-1", kind="demographics"), "p-1")
        self.assertEqual(self.asked()["resource"], {"type": "r", "id": "p-1", "attrs": {"record_type": "demographics"}})

    def test_constants_and_methods(self) -> None:
        class Records:
            @permission_required("ehr.read", resource_arg="pid", resource_type="r", resource_attrs={"record_type": "demographics"}, on_behalf_of="usr_1")
            def read(self, pid: str) -> str:
                return pid

            @staticmethod
            @permission_required("ehr.read", resource_type="r", resource_attrs={"record_type": "demographics"})
            def ping() -> str:
                return "pong"

        self.assertEqual(Records().read("p-1"), "p-1")
        self.assertEqual(self.asked()["on_behalf_of_user_id"], "usr_1")
        self.assertEqual(Records.ping(), "pong")
        self.assertEqual(self.asked()["resource"], {"type": "r", "attrs": {"record_type": "demographics"}})

    def test_an_empty_resource_id_is_not_asked_about_and_nothing_runs(self) -> None:
        @permission_required("ehr.read", resource_arg="pid", resource_type="r")
        def read(pid: Optional[str]) -> None:
            raise AssertionError("ran")

        for empty in (None, ""):
            with self.assertRaisesRegex(ValueError, "pid is empty"):
                read(empty)
        self.assertEqual(self.server.checks, [])

    def test_a_wrong_call_fails_like_the_function_itself(self) -> None:
        with self.assertRaises(TypeError):
            read_patient_record("p-100")  # type: ignore[call-arg]
        self.assertEqual(self.server.checks, [])

    def test_mistakes_are_told_when_decorating(self) -> None:
        def plain(pid: str) -> None: ...

        def generator(pid: str) -> Any:
            yield pid

        async def async_generator(pid: str) -> Any:
            yield pid

        mistakes = (
            (plain, {"resource_arg": "patient", "resource_type": "r"}),
            (plain, {"resource_attrs": lambda record_type: {}, "resource_type": "r"}),
            (plain, {"context_fn": lambda *anything: {}}),
            (generator, {}),
            (async_generator, {}),
            (staticmethod(plain), {}),
        )
        for function, options in mistakes:
            with self.subTest(options=options), self.assertRaises(TypeError):
                permission_required("ehr.read", **{"resource_type": "r", **options})(function)  # type: ignore[arg-type]

    def test_wait_and_timeout(self) -> None:
        attrs = {"record_type": "diagnosis"}

        @permission_required("ehr.read", resource_type="r", resource_attrs=attrs, wait=False)
        def at_once() -> None: ...

        @permission_required("ehr.read", resource_type="r", resource_attrs=attrs, timeout=0.2)
        def for_a_moment() -> None: ...

        for function in (at_once, for_a_moment):
            with self.assertRaises(ApprovalRequired):
                function()


class Async(KynaraTestCase):
    def test_an_async_function_is_guarded_and_stays_async(self) -> None:
        @permission_required("ehr.read", resource_type="r", resource_attrs=lambda kind: {"record_type": kind})
        async def read(kind: str) -> Optional[str]:
            await asyncio.sleep(0)
            decision = get_current_decision()
            return decision.decision_id if decision else None

        self.assertTrue(inspect.iscoroutinefunction(read))

        async def work() -> List[Optional[str]]:
            with using_kynara(self.kynara):
                answers = [await read("demographics")]
                self.server.decide_when_asked("approved")
                answers.append(await read("diagnosis"))
                with self.assertRaises(PermissionDenied):
                    await read("billing")
                return answers

        self.assertEqual(asyncio.run(work()), ["dec_1", "dec_3"])


class Current(KynaraTestCase):
    def test_the_decision_is_current_inside_the_function_only(self) -> None:
        @permission_required("ehr.read", resource_type="r", resource_attrs={"record_type": "demographics"}, kynara=self.kynara)
        def obligations() -> Any:
            decision = get_current_decision()
            return decision.obligations if decision else None

        self.assertEqual(obligations(), ({"type": "redact", "fields": ["ssn"]},))
        self.assertIsNone(get_current_decision())

    def test_without_a_client_nothing_runs_and_the_error_says_what_to_do(self) -> None:
        with self.assertRaisesRegex(KynaraConfigurationError, "KYNARA_BASE_URL.*set_current_kynara"):
            read_patient_record("p-100", "demographics")

    def test_the_set_client_wins_over_the_environment_and_none_goes_back_to_it(self) -> None:
        self.use_environment()
        set_current_kynara(self.kynara)
        self.assertIs(get_current_kynara(), self.kynara)
        set_current_kynara(None)
        from_environment = get_current_kynara()
        self.assertIsNot(from_environment, self.kynara)
        self.assertIs(get_current_kynara(), from_environment)
        self.use_environment(KYNARA_AGENT_ID="agt_2")
        self.assertEqual(get_current_kynara().agent_id, "agt_2")

    def test_one_threads_client_does_not_leak_into_another(self) -> None:
        """A server that works for several organizations must never ask with another one's key."""
        set_current_kynara(self.kynara)
        outcomes: List[Any] = []

        def bare() -> None:
            try:
                outcomes.append(get_current_kynara())
            except KynaraConfigurationError as error:
                outcomes.append(type(error))

        for target in (bare, lambda: contextvars.copy_context().run(bare)):
            thread = threading.Thread(target=target)
            thread.start()
            thread.join(5)
        self.assertEqual(outcomes, [KynaraConfigurationError, KynaraConfigurationError])
        carried = contextvars.copy_context()
        thread = threading.Thread(target=carried.run, args=(bare,))
        thread.start()
        thread.join(5)
        self.assertIs(outcomes[2], self.kynara)


if __name__ == "__main__":
    unittest.main()
