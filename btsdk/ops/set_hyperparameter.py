"""The operation that sets a hyperparameter of a subnet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from btsdk.calls import admin_utils as calls
from btsdk.descriptors import TypedEvent
from btsdk.descriptors.calls import TypedCall
from btsdk.errors import UsageError
from btsdk.events import admin_utils as admin_events
from btsdk.events import subtensor as events
from btsdk.integers import index
from btsdk.ops.checks import settle_netuid
from btsdk.ops.hyperparameter_checks import pow_refusals, value_refusals
from btsdk.ops.hyperparameter_values import chain_value
from btsdk.ops.ownership import (
    NO_SUBNET,
    NO_SUBNET_OF_ADMIN,
    Terms,
    acts_as_root,
    limit_effects,
    limited,
    terms_refusals,
    through_sudo,
)
from btsdk.ops.tempo_control import SetActivityCutoffFactor, SetTempo
from btsdk.reads.hyperparameter_table import Hyperparameter, Setter, parameter
from btsdk.reads.hyperparameters import shown, stored
from btsdk.reads.owner_limits import OWNER_HOTKEY
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage
from btsdk.tx.operation import Draft, Refusal
from btsdk.tx.outcome import Expected
from btsdk.units import Tao

__all__ = ["SetHyperparameter"]


@dataclass(frozen=True)
class SetHyperparameter:
    """Set a hyperparameter by its name in `View.hyperparameters`, or in other clients.

    Amounts are `Tao`, or text; shares are parts of their whole, or percentages as text (`'12.5%'`);
    factors are text (`'1.26'`); switches are True or False. The owner signs; for what only root may
    set, and for another key than the owner's, the sudo key signs, and it goes through `Sudo.sudo`.
    """

    netuid: int
    name: str
    value: Any

    def __post_init__(self) -> None:
        settle_netuid(self)
        one = parameter(self.name)
        if one.setter is Setter.NOBODY:
            raise UsageError(f"no call sets {one.name}", hint=_INSTEAD.get(one.name))
        object.__setattr__(self, "name", one.name)
        chain_value(one, self.value)
        number = index(self.value)
        if number is not None:
            object.__setattr__(self, "value", number)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """The call of `AdminUtils`, by the owner or through sudo."""
        one = parameter(self.name)
        if one.setter is Setter.ROOT or (yield from acts_as_root(at, self.netuid, origin)):
            return (yield from through_sudo(self, at, origin))
        if self.name in _OWN:
            return (yield from _OWN[self.name](self.netuid, self._value).draft(at, origin))
        return (yield from self._draft(at, one, origin))

    def draft_as_root(self, at: BlockContext, origin: str) -> Program[Draft]:
        """The same call with the Root origin: no rate limit, but the freeze window holds."""
        if self.name == "activity_cutoff_factor":
            factor = SetActivityCutoffFactor(self.netuid, self._value)
            return (yield from factor.draft_as_root(at, origin))
        return (yield from self._draft(at, parameter(self.name), None))

    @property
    def _value(self) -> Any:
        return chain_value(parameter(self.name), self.value)

    def _draft(self, at: BlockContext, one: Hyperparameter, owner: str | None) -> Program[Draft]:
        value = self._value
        refusals = pow_refusals(at, one)
        refusals += yield from self._terms(at, one, owner)
        if not any(refusal.code in _FIRST for refusal in refusals):
            refusals += yield from value_refusals(
                at, one, self.netuid, value, by_owner=owner is not None
            )
        effects, warnings = yield from self._effects(at, one, value)
        if owner is not None and one.limit is not None:
            effects += yield from limit_effects(at, one.limit, self.netuid, owner)
        expects = _expected(one, self.netuid, value)
        return Draft(self._call(one, value), effects, warnings, expects=expects, refusals=refusals)

    def _terms(
        self, at: BlockContext, one: Hyperparameter, owner: str | None
    ) -> Program[tuple[Refusal, ...]]:
        hotkey = one.limit == OWNER_HOTKEY
        code = NO_SUBNET if hotkey else NO_SUBNET_OF_ADMIN
        terms = Terms(one.limit, one.window, code if one.exists else "")
        found = yield from terms_refusals(at, self.netuid, terms, owner)
        if hotkey and owner is None and not found:  # this limit is also root's
            found = yield from limited(at, OWNER_HOTKEY, self.netuid, "")
        return found

    def _effects(
        self, at: BlockContext, one: Hyperparameter, value: Any
    ) -> Program[tuple[tuple[str, ...], tuple[str, ...]]]:
        assert one.item is not None
        now = stored(one, (yield from storage(at, one.item, self.netuid)))
        new = value if isinstance(value, Tao) else stored(one, value)
        effect = f"{one.name} of subnet {self.netuid} is set to {shown(one, new)}"
        warnings = (_NO_EFFECT,) if one.name == "activity_cutoff" else ()
        if now == new:
            return (effect,), (f"{one.name} has this value already", *warnings)
        return (f"{effect}; it is {shown(one, now)} now",), warnings

    def _call(self, one: Hyperparameter, value: Any) -> TypedCall:
        kind = call_class(one.call)
        names = kind.field_names[1:]
        values = value if len(names) > 1 else (value,)
        return kind(netuid=self.netuid, **dict(zip(names, values, strict=True)))


def call_class(name: str) -> type[TypedCall]:
    """The generated call of `AdminUtils` by its name on chain."""
    kind: type[TypedCall] = getattr(calls, "".join(map(str.capitalize, name.split("_"))))
    return kind


def event_class(name: str) -> type[TypedEvent]:
    """The generated event of `AdminUtils`, or of `SubtensorModule`: some names are in both."""
    kind: type[TypedEvent] = getattr(admin_events, name, None) or getattr(events, name)
    return kind


def _expected(one: Hyperparameter, netuid: int, value: Any) -> tuple[Expected, ...]:
    if not one.event:
        return ()
    kind = event_class(one.event)
    first, second = kind.field_names
    return (
        Expected(kind, {first: netuid, second: value.rao if isinstance(value, Tao) else value}),
    )


_OWN: dict[str, Callable[[int, int], SetTempo | SetActivityCutoffFactor]] = {
    "tempo": SetTempo,
    "activity_cutoff_factor": SetActivityCutoffFactor,
}
"""Hyperparameters that the owner sets by a call of `SubtensorModule`."""

_NO_EFFECT = (
    "the chain no longer uses this value: the cutoff follows from activity_cutoff_factor and tempo"
)

_FIRST = frozenset({"BadOrigin", NO_SUBNET, NO_SUBNET_OF_ADMIN})
"""Refusals after which the value does not matter."""

_INSTEAD = {
    "yuma_version": "Set yuma3_enabled.",
    "alpha_low": "Set alpha_values, a pair.",
    "alpha_high": "Set alpha_values, a pair.",
}
