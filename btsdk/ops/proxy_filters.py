"""What a proxy's type allows, foreseen: the calls of an operation against the chain's filter.

The filter applies to the call that the proxy makes and to every call that is dispatched with the
same origin: those inside batches, derivatives and `if_else`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from btsdk.metadata import Metadata
from btsdk.reads.proxies import CallValue, ProxyFilter, has_filters, proxy_filter
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import Encodable, Refusal

_MOST_PERMISSIVE = "Any"
_LISTS = ("batch", "batch_all", "force_batch")
_CARRIED = {"as_derivative": ("call",), "if_else": ("main", "fallback")}


def filter_findings(
    at: BlockContext, proxy_type: str, call: Encodable
) -> Program[tuple[tuple[Refusal, ...], tuple[str, ...]]]:
    """Refusals and warnings for a call that a proxy of this type makes.

    There are none where the chain does not tell its filters.
    """
    if proxy_type == _MOST_PERMISSIVE or not has_filters(at):
        return (), ()
    rule = yield from proxy_filter(at, proxy_type)
    outer = _value(call, at.metadata)
    if not _allowed(rule, outer):
        return (Refusal("System.CallFiltered", _reason(proxy_type, outer)),), ()
    within = [one for one in _dispatched(outer) if not _allowed(rule, one)]
    reasons = tuple(dict.fromkeys(_reason(proxy_type, one) for one in within))
    if _certain(rule, outer):
        return tuple(Refusal("System.CallFiltered", reason) for reason in reasons), ()
    return (), reasons


def _allowed(rule: ProxyFilter, call: CallValue) -> bool:
    """Whether a proxy may make this call: no call that would give others more than it has."""
    pallet, inner = call
    name, arguments = inner if isinstance(inner, tuple) else (inner, {})
    if pallet == "Proxy":
        if name in ("add_proxy", "remove_proxy"):
            within = _is_superset(rule.proxy_type, arguments["proxy_type"])
            return within and rule.allows(call)
        if name in ("remove_proxies", "kill_pure"):
            return False
    return rule.allows(call)


def _is_superset(proxy_type: str, other: str) -> bool:
    """Whether a proxy of the first type has all the rights of the second (not for `Any`)."""
    if proxy_type == other:
        return True
    if proxy_type == "NonTransfer":
        return other not in (_MOST_PERMISSIVE, "Transfer", "SmallTransfer")
    return (proxy_type, other) == ("Transfer", "SmallTransfer")


def _dispatched(call: CallValue) -> Iterator[CallValue]:
    """The calls that this call dispatches with its own origin, those inside them included."""
    for inner in _direct(call):
        yield inner
        yield from _dispatched(inner)


def _direct(call: CallValue) -> Iterator[CallValue]:
    match call:
        case ("Utility", (str(name), dict(arguments))):
            if name in _LISTS:
                yield from arguments["calls"]
            for argument in _CARRIED.get(name, ()):
                yield arguments[argument]


def _certain(rule: ProxyFilter, call: CallValue) -> bool:
    """Whether a refused call inside makes the whole call fail."""
    match call:
        case ("Utility", (str(name), _)):
            if name in ("force_batch", "if_else"):
                parts = list(_direct(call))
                return bool(parts) and all(_refused(rule, part) for part in parts)
    return any(_refused(rule, inner) for inner in _direct(call))


def _refused(rule: ProxyFilter, call: CallValue) -> bool:
    return not _allowed(rule, call) or _certain(rule, call)


def _reason(proxy_type: str, call: CallValue) -> str:
    pallet, inner = call
    name = inner[0] if isinstance(inner, tuple) else inner
    return f"a proxy of type {proxy_type} may not call {pallet}.{name}"


def _value(call: Encodable, metadata: Metadata) -> CallValue:
    """The call as the chain decodes it."""
    decoded: Any = metadata.decode_call(call.encode(metadata))
    arguments = decoded.args
    return (decoded.pallet, (decoded.name, arguments) if arguments else decoded.name)
