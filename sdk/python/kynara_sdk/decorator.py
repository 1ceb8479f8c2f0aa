"""``permission_required``: a function that runs only when Kynara allows it."""

from __future__ import annotations

import functools
import inspect
from typing import Any, Callable, Dict, Mapping, Optional, TypeVar, Union, cast

from .client import Kynara
from .context import deciding, get_current_kynara

F = TypeVar("F", bound=Callable[..., Any])

FromArguments = Callable[..., Any]
"""A function of some of the guarded function's arguments, taken by name."""


def permission_required(
    action: str,
    *,
    resource_type: str,
    resource_arg: Optional[str] = None,
    resource_attrs: Union[Mapping[str, Any], FromArguments, None] = None,
    context_fn: Optional[FromArguments] = None,
    on_behalf_of: Union[str, FromArguments, None] = None,
    wait: bool = True,
    timeout: Optional[float] = None,
    kynara: Optional[Kynara] = None,
) -> Callable[[F], F]:
    """Guards a function, plain or ``async``: each call is one decision, and the body runs only on ``allow``.

    :param action: dotted, such as ``ehr.read``.
    :param resource_type: such as ``patient_record``.
    :param resource_arg: name of the parameter that holds the resource's id; absent: the kind as a whole.
    :param resource_attrs: the resource's attributes, or a function that makes them from the arguments.
    :param context_fn: a function that makes the circumstances (``{"purpose": "TREAT"}``) from the arguments.
    :param on_behalf_of: id of the person the agent acts for, or a function that finds it from the arguments.
    :param wait: on ``require_approval``, pause until a person has decided.
    :param timeout: longest pause in seconds; None: until the approval expires.
    :param kynara: the client; absent: the current one (``kynara_sdk.context``), else the environment's.
    :raises TypeError: at once, when the function cannot be guarded this way or a named parameter does not exist.

    ``resource_attrs``, ``context_fn`` and ``on_behalf_of`` get exactly those arguments of the guarded function
    (defaults included) that they have a parameter for. The guarded function raises what ``Kynara.enforce``
    raises; inside it, ``kynara_sdk.context.get_current_decision()`` tells the obligations.
    """
    def decorate(function: F) -> F:
        signature = _guardable_signature(function)
        if resource_arg is not None:
            _require_parameter(signature, resource_arg, "resource_arg")
        attributes_of = _by_name(resource_attrs, signature, "resource_attrs")
        context_of = _by_name(context_fn, signature, "context_fn")
        principal_of = _by_name(on_behalf_of, signature, "on_behalf_of")

        def request(args: Any, kwargs: Any) -> Dict[str, Any]:
            arguments = _arguments(signature, args, kwargs)
            return {
                "resource": _resource(arguments, resource_type, resource_arg, attributes_of(arguments)),
                "context": context_of(arguments),
                "on_behalf_of": principal_of(arguments),
                "wait": wait,
                "timeout": timeout,
            }

        if inspect.iscoroutinefunction(function):

            @functools.wraps(function)
            async def guarded_async(*args: Any, **kwargs: Any) -> Any:
                client = kynara or get_current_kynara()
                decision = await client.enforce_async(action, **request(args, kwargs))
                with deciding(decision):
                    return await function(*args, **kwargs)

            return cast(F, guarded_async)

        @functools.wraps(function)
        def guarded(*args: Any, **kwargs: Any) -> Any:
            client = kynara or get_current_kynara()
            decision = client.enforce(action, **request(args, kwargs))
            with deciding(decision):
                return function(*args, **kwargs)

        return cast(F, guarded)

    return decorate


def _guardable_signature(function: Callable[..., Any]) -> inspect.Signature:
    if not inspect.isroutine(function) or isinstance(function, (staticmethod, classmethod)):
        raise TypeError("permission_required guards functions; under @staticmethod or @classmethod, put it below them")
    if inspect.isgeneratorfunction(function) or inspect.isasyncgenfunction(function):
        # A generator's body starts at the first item, perhaps long after the decision.
        raise TypeError(f"permission_required cannot guard the generator {function.__name__}; guard what starts it")
    return inspect.signature(function)


def _require_parameter(signature: inspect.Signature, name: str, role: str) -> None:
    takes_any_name = any(p.kind is inspect.Parameter.VAR_KEYWORD for p in signature.parameters.values())
    if name not in signature.parameters and not takes_any_name:
        raise TypeError(f"permission_required: {role} names {name!r}, but the function has no such parameter")


def _by_name(
    source: Any, signature: inspect.Signature, role: str
) -> Callable[[Mapping[str, Any]], Any]:
    """Turns a constant, or a function of some arguments, into a function of all arguments by name."""
    if not callable(source):
        return lambda arguments: source
    parameters = inspect.signature(source).parameters.values()
    if any(p.kind is inspect.Parameter.VAR_POSITIONAL for p in parameters):
        raise TypeError(f"permission_required: {role} takes arguments by name and cannot have *{role}")
    wants_all = any(p.kind is inspect.Parameter.VAR_KEYWORD for p in parameters)
    named = [p for p in parameters if p.kind is not inspect.Parameter.VAR_KEYWORD]
    for parameter in named:
        if parameter.default is inspect.Parameter.empty:
            _require_parameter(signature, parameter.name, role)

    def apply(arguments: Mapping[str, Any]) -> Any:
        positional = [arguments[p.name] for p in named if p.kind is inspect.Parameter.POSITIONAL_ONLY]
        by_name = {
            p.name: arguments[p.name]
            for p in named
            if p.kind is not inspect.Parameter.POSITIONAL_ONLY and p.name in arguments
        }
        return source(*positional, **(dict(arguments) if wants_all else by_name))

    return apply


def _arguments(signature: inspect.Signature, args: Any, kwargs: Any) -> Dict[str, Any]:
    """The call's arguments by name, defaults included, ``**kwargs`` spread out."""
    bound = signature.bind(*args, **kwargs)
    bound.apply_defaults()
    arguments: Dict[str, Any] = {}
    for name, value in bound.arguments.items():
        if signature.parameters[name].kind is inspect.Parameter.VAR_KEYWORD:
            arguments.update(value)
        else:
            arguments[name] = value
    return arguments


def _resource(
    arguments: Mapping[str, Any], resource_type: str, resource_arg: Optional[str], attributes: Any
) -> Dict[str, Any]:
    resource: Dict[str, Any] = {"type": resource_type}
    if resource_arg is not None:
        identifier = arguments.get(resource_arg)
        if identifier is None or identifier == "":
            raise ValueError(f"{resource_arg} is empty, so there is no resource to ask about; nothing was run")
        resource["id"] = str(identifier)
    if attributes is not None:
        resource["attrs"] = dict(attributes)
    return resource
