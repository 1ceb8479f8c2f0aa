"""What the errors say. The action and the kind of resource are named, never the resource's id."""

from __future__ import annotations

from .decision import Decision


def denied_message(decision: Decision) -> str:
    said = f"{decision.message.rstrip('.')}. " if decision.message else ""
    return (
        f"{decision.subject_line} is denied ({decision.reason or 'no reason given'}). {said}"
        f"Do not retry unchanged; a policy admin finds this decision as {decision.decision_id}."
    )


def approval_required_message(decision: Decision) -> str:
    return (
        f"{decision.subject_line} needs a person's approval at {decision.approval_url}. "
        f"Call again with approval_id={decision.approval_id!r} once it is approved, or with wait=True."
    )


def nobody_yet_message(decision: Decision) -> str:
    return (
        f"Nobody has decided on {decision.subject_line} within the timeout. The request stays open at "
        f"{decision.approval_url}; call again with approval_id={decision.approval_id!r} later."
    )


def does_not_fit_message(decision: Decision) -> str:
    return (
        f"The approval {decision.approval_id} does not cover this {decision.subject_line} "
        "(other subject, person, resource or attributes). Call again without approval_id to ask anew."
    )
