"""What every test here starts from: a running server, a client of it, and an environment without KYNARA_*."""

from __future__ import annotations

import os
import sys
import unittest
from pathlib import Path
from typing import Any
from unittest import mock

# The tests run against the source, from wherever they are started; so this module is imported first.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from kynara_server import API_KEY, KynaraServer  # noqa: E402

from kynara_sdk import Kynara, RetryPolicy  # noqa: E402
from kynara_sdk.context import set_current_kynara  # noqa: E402

QUICK = RetryPolicy(max_retries=2, backoff_seconds=0.01, max_retry_after_seconds=2, outage_seconds=3)
DEMOGRAPHICS = {"type": "patient_record", "id": "p-100", "attrs": {"record_type": "demographics"}}
DIAGNOSIS = {"type": "patient_record", "id": "p-100", "attrs": {"record_type": "diagnosis"}}


class KynaraTestCase(unittest.TestCase):
    def setUp(self) -> None:
        self.server = self.enterContextCompat(KynaraServer())
        self.kynara = self.client()
        environment = {name: value for name, value in os.environ.items() if not name.startswith("KYNARA_")}
        self.enterContextCompat(mock.patch.dict(os.environ, environment, clear=True))
        set_current_kynara(None)

    def client(self, **options: Any) -> Kynara:
        settings = {"base_url": self.server.url, "api_key": API_KEY, "retry": QUICK, "timeout": 5.0, **options}
        client = Kynara(**settings)
        self.addCleanup(client.close)
        return client

    def use_environment(self, **more: str) -> None:
        os.environ.update(KYNARA_BASE_URL=self.server.url, KYNARA_API_KEY=API_KEY, **more)

    def enterContextCompat(self, manager: Any) -> Any:
        """``enterContext`` of Python 3.11, for 3.9."""
        entered = manager.__enter__()
        self.addCleanup(manager.__exit__, None, None, None)
        return entered
