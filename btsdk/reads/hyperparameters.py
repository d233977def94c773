"""The hyperparameters of a subnet, typed and with their units."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Generic, TypeVar, overload

from btsdk.apis import subnet_info as api
from btsdk.errors import IncompatibleItem, SubnetNotFound
from btsdk.integers import netuid_of
from btsdk.keys import ss58
from btsdk.reads.hyperparameter_table import PARAMETERS, Hyperparameter, Unit, parameter
from btsdk.reads.identities import text
from btsdk.reads.subnets import Fixed, bits
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import call_api, has_api, storage_many
from btsdk.units import Tao

T = TypeVar("T")

_DECIMALS = 4


class Value(Generic[T]):
    """An attribute with the hyperparameter of its name."""

    name: str

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, instance: None, owner: type) -> Value[T]: ...
    @overload
    def __get__(self, instance: Hyperparameters, owner: type) -> T: ...
    def __get__(self, instance: Hyperparameters | None, owner: type) -> Any:
        if instance is None:
            return self
        try:
            return instance[self.name]
        except KeyError:
            raise IncompatibleItem(f"the hyperparameter {self.name}", "a value", None) from None


class Hyperparameters(Mapping[str, Any]):
    """The hyperparameters of a subnet at one block: as attributes, and by their names on chain.

    Amounts are `Tao`, fixed-point numbers `Fixed`, shares integers of their whole. `unit(name)` is
    the unit, `shown(name)` the value with it. An attribute that the runtime does not have raises
    `IncompatibleItem`; a name that this release does not know is only in the mapping.
    """

    kappa = Value[int]()
    rho = Value[int]()
    immunity_period = Value[int]()
    min_allowed_weights = Value[int]()
    max_weights_limit = Value[int]()
    tempo = Value[int]()
    weights_version = Value[int]()
    weights_rate_limit = Value[int]()
    activity_cutoff = Value[int]()
    activity_cutoff_factor = Value[int]()
    registration_allowed = Value[bool]()
    pow_registration_allowed = Value[bool]()
    target_regs_per_interval = Value[int]()
    max_regs_per_block = Value[int]()
    adjustment_interval = Value[int]()
    adjustment_alpha = Value[int]()
    difficulty = Value[int]()
    min_difficulty = Value[int]()
    max_difficulty = Value[int]()
    min_burn = Value[Tao]()
    max_burn = Value[Tao]()
    burn_half_life = Value[int]()
    burn_increase_mult = Value[Fixed]()
    rao_recycled = Value[Tao]()
    bonds_moving_avg = Value[int]()
    bonds_penalty = Value[int]()
    bonds_reset_enabled = Value[bool]()
    serving_rate_limit = Value[int]()
    max_validators = Value[int]()
    max_allowed_uids = Value[int]()
    min_allowed_uids = Value[int]()
    min_non_immune_uids = Value[int]()
    owner_immune_neuron_limit = Value[int]()
    commit_reveal_period = Value[int]()
    commit_reveal_weights_enabled = Value[bool]()
    liquid_alpha_enabled = Value[bool]()
    alpha_values = Value[tuple[int, int]]()
    alpha_low = Value[int]()
    alpha_high = Value[int]()
    alpha_sigmoid_steepness = Value[Fixed]()
    yuma_version = Value[int]()
    yuma3_enabled = Value[bool]()
    subnet_is_active = Value[bool]()
    subnet_emission_enabled = Value[bool]()
    ema_price_halving_period = Value[int]()
    transfers_enabled = Value[bool]()
    recycle_or_burn = Value[str]()
    user_liquidity_enabled = Value[bool]()
    owner_cut_enabled = Value[bool]()
    owner_cut_auto_lock_enabled = Value[bool]()
    subnet_owner_hotkey = Value[str]()
    min_childkey_take = Value[int]()

    def __init__(self, netuid: int, values: Mapping[str, Any]) -> None:
        self.netuid = netuid
        self._values = dict(values)

    def __getitem__(self, name: str) -> Any:
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in self._values.items())
        return f"Hyperparameters(netuid={self.netuid}, {shown})"

    def unit(self, name: str) -> Unit:
        """The unit of a hyperparameter."""
        return parameter(name).unit

    def shown(self, name: str) -> str:
        """A value with its unit, such as `360 blocks` or `32,767 (49.9992 %)`."""
        return shown(parameter(name), self[name])


def hyperparameters(at: BlockContext, netuid: int) -> Program[Hyperparameters]:
    """The hyperparameters of a subnet; raises `SubnetNotFound`.

    First those that the runtime lists, then the others that a call can set.
    """
    netuid = netuid_of(netuid)
    values = yield from _listed(at, netuid)
    declared = at.metadata.pallet("SubtensorModule").storage
    others = [
        (one, one.item)
        for one in PARAMETERS
        if one.name not in values and one.item is not None and one.item.name in declared
    ]
    found = yield from storage_many(at, [(item, (netuid,)) for _, item in others])
    for (one, _), value in zip(others, found, strict=True):
        values[one.name] = stored(one, value)
    return Hyperparameters(netuid, values)


def _listed(at: BlockContext, netuid: int) -> Program[dict[str, Any]]:
    if has_api(at, api.get_subnet_hyperparams_v3):
        entries = yield from call_api(at, api.get_subnet_hyperparams_v3, netuid)
        if entries is None:
            raise SubnetNotFound(netuid)
        return dict(_entry(entry) for entry in entries)
    old = yield from call_api(at, api.get_subnet_hyperparams_v2, netuid)
    if old is None:
        raise SubnetNotFound(netuid)
    return {name: _typed(name, value) for name, value in old.items()}


def stored(one: Hyperparameter, value: Any) -> Any:
    """A stored value in its unit."""
    match one.unit:
        case Unit.TAO:
            return Tao.from_rao(value)
        case Unit.FACTOR:
            return Fixed(bits(value), 64)
        case Unit.ACCOUNT:
            return ss58.encode(value)
        case Unit.SHARES:
            return tuple(value)
    return value


def shown(one: Hyperparameter, value: Any) -> str:
    """A value in words: with its unit, and with the percentage of a share."""
    if one.unit is Unit.SHARES:
        return " to ".join(share_in_words(part, one.unit.whole or 1) for part in value)
    if one.unit.whole is not None:
        return share_in_words(value, one.unit.whole)
    if one.unit is Unit.SWITCH:
        return "on" if value else "off"
    if isinstance(value, Tao):
        return f"{value:,}"
    if not isinstance(value, int):
        return str(value)
    word = f" {one.unit.value}" if one.unit in _COUNTED else ""
    return f"{value:,}{word}" if value != 1 or word not in _PLURALS else f"1{word[:-1]}"


_COUNTED = (Unit.BLOCKS, Unit.EPOCHS, Unit.TEMPO_MILLIS)
_PLURALS = (" blocks", " epochs")


def share_in_words(value: int, parts: int) -> str:
    """A share of a number of parts, with its percentage cut after four decimal places."""
    whole, rest = divmod(value * 100 * 10**_DECIMALS // parts, 10**_DECIMALS)
    digits = f"{rest:0{_DECIMALS}d}".rstrip("0")
    return f"{value:,} ({whole}{'.' if digits else ''}{digits} %)"


def _entry(entry: Mapping[str, Any]) -> tuple[str, Any]:
    name = text(entry["name"])
    kind, value = entry["value"]
    match kind:
        case "TaoBalance":
            return name, Tao.from_rao(value)
        case "I32F32":
            return name, Fixed(bits(value), 32)
        case "U64F64":
            return name, Fixed(bits(value), 64)
    return name, value


def _typed(name: str, value: Any) -> Any:
    if name in ("min_burn", "max_burn"):
        return Tao.from_rao(value)
    return Fixed(bits(value), 32) if name == "alpha_sigmoid_steepness" else value
