"""The dispatch info of a decoded call: its weight, its class, and whether it pays a fee.

A call's weight includes its guards and those of every inner call, each once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from local_node.runtime.frame.dispatcher import DispatchClass, DispatchInfo
from local_node.runtime.frame.origin import CallValue
from local_node.runtime.frame.weight import Weight
from local_node.runtime.weights.calls import COSTS
from local_node.runtime.weights.cost import Choice, Cost, CostTable
from local_node.runtime.weights.guards import guards_weight

_UNWEIGHED = Cost(0)
"""The weight of calls that the base filter refuses and that no table lists (they weigh by gas)."""


class Weigher:
    """The weigher of one interface; some weights need `encode_call` for the length of a call."""

    def __init__(self, encode_call: Callable[[CallValue], bytes]) -> None:
        self._encode = encode_call
        self._tables: dict[str, CostTable] = {}
        self._fixed: dict[tuple[str, str], DispatchInfo] = {}

    def info(self, call: CallValue) -> DispatchInfo:
        """The dispatch info of a call."""
        pallet, inner = call
        name, args = (inner, {}) if isinstance(inner, str) else inner
        fixed = self._fixed.get((pallet, name))
        if fixed is not None:
            return fixed
        info = self._reckoned(pallet, name, args)
        if _is_fixed(self._entry(pallet, name)):
            self._fixed[pallet, name] = info
        return info

    def _reckoned(self, pallet: str, name: str, args: Mapping[str, Any]) -> DispatchInfo:
        cost = self._cost(pallet, name, args)
        weight = cost.own(args, self._length).plus(guards_weight(pallet, name))
        if cost.declared:
            declared = args[cost.declared]
            weight = weight.plus(Weight(declared["ref_time"], declared["proof_size"]))
        inside = [self.info(other) for other in _carried(cost, args)]
        # with a declared weight the inner call decides the class and adds no weight
        for other in inside if not cost.declared else ():
            weight = weight.plus(other.call_weight)
        return DispatchInfo(weight, _kind(cost, inside), _pays(cost, inside))

    def own(self, pallet: str, call: str, args: Mapping[str, Any]) -> Weight:
        """The weight of a call without its guards and without inner calls."""
        return self._cost(pallet, call, args).own(args, self._length)

    def _cost(self, pallet: str, call: str, args: Mapping[str, Any]) -> Cost:
        entry = self._entry(pallet, call)
        return _UNWEIGHED if entry is None else entry.chosen(args)

    def _entry(self, pallet: str, call: str) -> Cost | Choice | None:
        table = self._tables.get(pallet)
        if table is None:
            table = self._tables[pallet] = COSTS.get(pallet, {})
        return table.get(call)

    def _length(self, call: CallValue) -> int:
        return len(self._encode(call))


def _is_fixed(entry: Cost | Choice | None) -> bool:
    """Whether the weight is independent of the arguments."""
    if not isinstance(entry, Cost):
        return False
    return not (entry.per or entry.declared or entry.inner or entry.each or entry.kind == "Inner")


def _carried(cost: Cost, args: Mapping[str, Any]) -> list[CallValue]:
    calls = [args[name] for name in cost.inner if args[name] is not None]
    if cost.kind == "Inner" and not cost.inner:
        calls.append(args["call"])
    return calls + list(args[cost.each] if cost.each else ())


def _kind(cost: Cost, inside: list[DispatchInfo]) -> DispatchClass:
    return inside[0].kind if cost.kind == "Inner" else cost.kind


def _pays(cost: Cost, inside: list[DispatchInfo]) -> bool:
    if cost.pays in ("Inner", "AnyInner"):
        return any(other.pays for other in inside)
    return cost.pays == "Yes"
