"""A loopback server that speaks the decision contract over real HTTP.

It holds the product's example policies: ``demographics`` is allowed, other clinical records need one
person's approval, used once, and everything else is denied. Faults can be put in front of it.
"""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Dict, List, Mapping, Optional, Tuple
from urllib.parse import parse_qs, urlsplit

API_KEY = "sk_live_0123456789012345678901234567890123456789"
CLINICAL = ("diagnosis", "medication", "lab_result", "imaging")


@dataclass
class Fault:
    """What to answer instead; status 0 closes the connection without a word."""

    status: int
    body: bytes = b'{"title":"injected","detail":"injected fault"}'
    headers: Mapping[str, str] = field(default_factory=dict)


class KynaraServer:
    """Start with ``with KynaraServer() as server``."""

    def __init__(self) -> None:
        self.checks: List[Dict[str, Any]] = []
        self.headers: List[Dict[str, str]] = []
        self.polls: List[int] = []
        self.client_ports: List[int] = []
        self.token: Optional[str] = None
        """The token that counts now."""
        self.faults: List[Fault] = []
        self.poll_faults: List[Fault] = []
        self.approvals: Dict[str, Dict[str, Any]] = {}
        self.changed = threading.Condition()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), _handler_for(self))
        self._http.daemon_threads = True
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_port}"

    def __enter__(self) -> KynaraServer:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()

    def decide(self, approval_id: str, state: str, reason: Optional[str] = None) -> None:
        """What a person, or the clock, does to an approval."""
        with self.changed:
            person = {"id": "usr_1", "name": "Dr. Alice Smith"}
            self.approvals[approval_id].update(state=state, reason=reason, resolved_by=person)
            self.changed.notify_all()

    def decide_when_asked(self, state: str, reason: Optional[str] = None) -> threading.Thread:
        """Decides the next approval as soon as somebody waits for it."""

        def decide() -> None:
            with self.changed:
                self.changed.wait_for(lambda: bool(self.polls) and self._pending(), timeout=10)
                approval_id = self._pending()[0]
            self.decide(approval_id, state, reason)

        thread = threading.Thread(target=decide, daemon=True)
        thread.start()
        return thread

    def _pending(self) -> List[str]:
        return [key for key, approval in self.approvals.items() if approval["state"] == "pending"]

    def check(self, body: Dict[str, Any]) -> Tuple[int, Dict[str, Any]]:
        with self.changed:
            self.checks.append(body)
            record_type = body.get("resource", {}).get("attrs", {}).get("record_type")
            decision: Dict[str, Any] = {
                "decision_id": f"dec_{len(self.checks)}",
                "matched_policy_id": None,
                "obligations": [],
                "approval_id": None,
                "approval_url": None,
                "expires_at": None,
                "ttl_seconds": 0,
            }
            if body["action"] == "ehr.read" and record_type == "demographics":
                redact = {"type": "redact", "fields": ["ssn"]}
                return 200, {**decision, "effect": "allow", "reason": "policy", "obligations": [redact]}
            if body["action"] == "ehr.read" and record_type in CLINICAL:
                return 200, {**decision, **self._with_approval(body)}
            return 200, {
                **decision,
                "effect": "deny",
                "reason": "no_matching_policy",
                "message": "No policy allows this, so it is denied.",
            }

    def _with_approval(self, body: Dict[str, Any]) -> Dict[str, Any]:
        bound_to = json.dumps({k: v for k, v in body.items() if k != "approval_id"}, sort_keys=True)
        if "approval_id" in body:
            approval = self.approvals[body["approval_id"]]
            if approval["bound_to"] != bound_to or approval["state"] not in ("pending", "approved"):
                refused = "The approval cannot be used. Ask without approval_id to open a new one."
                return {"effect": "deny", "reason": "approval_not_valid", "message": refused}
            if approval["state"] == "pending":
                return self._require(approval)
            approval["state"] = "consumed"
            return {"effect": "allow", "reason": "approval_granted", "approval_id": approval["id"]}
        for existing in self.approvals.values():
            if existing["state"] == "pending" and existing["bound_to"] == bound_to:
                return self._require(existing)
        new_id = f"apr_{len(self.approvals) + 1}"
        self.approvals[new_id] = {"id": new_id, "state": "pending", "reason": None, "bound_to": bound_to}
        return self._require(self.approvals[new_id])

    def _require(self, approval: Dict[str, Any]) -> Dict[str, Any]:
        return {
            "effect": "require_approval",
            "reason": "approval_required",
            "approval_id": approval["id"],
            "approval_url": f"{self.url}/inbox/{approval['id']}",
            "expires_at": "2030-01-01T00:00:00Z",
        }

    def poll(self, approval_id: str, wait_seconds: int) -> Tuple[int, Dict[str, Any]]:
        with self.changed:
            self.polls.append(wait_seconds)
            self.changed.notify_all()
            approval = self.approvals.get(approval_id)
            if approval is None:
                return 404, {"title": "Not found", "detail": "There is no such approval", "code": "not_found"}
            self.changed.wait_for(lambda: approval["state"] != "pending", timeout=wait_seconds)
            return 200, {name: value for name, value in approval.items() if name != "bound_to"}


def _handler_for(server: KynaraServer) -> type:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Head and body are two writes here; without this each answer waits 40 ms for the client's delayed ACK.
        disable_nagle_algorithm = True

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            server.headers.append({name.lower(): value for name, value in self.headers.items()})
            server.client_ports.append(self.client_address[1])
            if self.path.endswith("/cancel"):
                approval_id = self.path.split("/")[-2]
                server.decide(approval_id, "cancelled")
                return self._answer(200, {"id": approval_id, "state": "cancelled"})
            if server.faults:
                return self._fail(server.faults.pop(0))
            has_token = server.token is not None and self.headers["Authorization"] == f"Bearer {server.token}"
            if self.headers["X-Kynara-Key"] != API_KEY and not has_token:
                problem = {"title": "Unauthorized", "detail": "The key is unknown.", "code": "unauthorized", "request_id": "req_1"}
                return self._answer(401, problem)
            self._answer(*server.check(body))

        def do_GET(self) -> None:
            server.headers.append({name.lower(): value for name, value in self.headers.items()})
            if server.poll_faults:
                return self._fail(server.poll_faults.pop(0))
            url = urlsplit(self.path)
            wait_seconds = int(parse_qs(url.query).get("wait", ["0"])[0])
            self._answer(*server.poll(url.path.split("/")[-1], wait_seconds))

        def _answer(self, status: int, body: Dict[str, Any]) -> None:
            self._write(status, json.dumps(body).encode(), {"Content-Type": "application/json"})

        def _fail(self, fault: Fault) -> None:
            if fault.status == 0:
                self.close_connection = True
                return
            self._write(fault.status, fault.body, fault.headers)

        def _write(self, status: int, body: bytes, headers: Mapping[str, str]) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    return Handler
