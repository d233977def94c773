"""Subnets: pools, owners and hyperparameters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from btsdk.apis import subnet_info as api
from btsdk.apis import subnet_registration
from btsdk.integers import netuid_of
from btsdk.keys import ss58
from btsdk.reads.prices import price, prices
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import call_api, has_api, storage
from btsdk.storage import subtensor
from btsdk.units import RAO, Alpha, Tao

_FRACTION_BITS = 32


@dataclass(frozen=True)
class Identity:
    """The identity that a subnet's owner has published; nothing verifies it."""

    name: str
    github: str
    contact: str
    url: str
    discord: str
    description: str
    logo_url: str


@dataclass(frozen=True)
class Subnet:
    """One subnet. `price` and `moving_price` are TAO for one alpha, rounded down to a rao.

    `alpha_in` and `tao_in` are the pool's reserves, `alpha_out` is the total stake; emissions are
    per block. `started` says whether staking is open (the owner has made the start call).
    """

    netuid: int
    name: str
    symbol: str
    owner_hotkey: str
    owner_coldkey: str
    price: Tao
    moving_price: Tao
    tao_in: Tao
    alpha_in: Alpha
    alpha_out: Alpha
    volume: Tao
    tao_in_emission: Tao
    alpha_in_emission: Alpha
    alpha_out_emission: Alpha
    pending_alpha: Alpha
    tempo: int
    last_step: int
    blocks_since_last_step: int
    registered_at: int
    identity: Identity | None


def subnets(at: BlockContext) -> Program[list[Subnet]]:
    """All subnets, by netuid."""
    found = yield from call_api(at, api.get_all_dynamic_info)
    known = yield from prices(at)
    return [_subnet(info, known.get(info["netuid"])) for info in found if info is not None]


def subnet(at: BlockContext, netuid: int) -> Program[Subnet | None]:
    """One subnet, or None if there is none of this netuid."""
    netuid = netuid_of(netuid)
    info = yield from call_api(at, api.get_dynamic_info, netuid)
    return None if info is None else _subnet(info, (yield from price(at, netuid)))


def hyperparameters(at: BlockContext, netuid: int) -> Program[dict[str, Any] | None]:
    """A subnet's hyperparameters by their names on chain; None if there is no such subnet.

    Amounts are `Tao`, fixed-point numbers `Fixed`; all others are plain integers or bools.
    """
    netuid = netuid_of(netuid)
    if has_api(at, api.get_subnet_hyperparams_v3):
        entries = yield from call_api(at, api.get_subnet_hyperparams_v3, netuid)
        return None if entries is None else dict(_entry(entry) for entry in entries)
    old = yield from call_api(at, api.get_subnet_hyperparams_v2, netuid)
    return None if old is None else {name: _typed(name, value) for name, value in old.items()}


def subnet_exists(at: BlockContext, netuid: int) -> Program[bool]:
    """Whether there is a subnet of this netuid."""
    netuid = netuid_of(netuid)
    return bool((yield from storage(at, subtensor.NetworksAdded, netuid)))


def staking_open(at: BlockContext, netuid: int) -> Program[bool]:
    """Whether staking is open: the owner has made the start call."""
    netuid = netuid_of(netuid)
    return bool((yield from storage(at, subtensor.SubtokenEnabled, netuid)))


def subnet_cost(at: BlockContext) -> Program[Tao]:
    """The current cost of a new subnet; it falls with every block until the next one is created."""
    cost = yield from call_api(at, subnet_registration.get_network_registration_cost)
    return Tao.from_rao(cost)


def subnet_count(at: BlockContext) -> Program[int]:
    """The number of subnets, including the root network."""
    return int((yield from storage(at, subtensor.TotalNetworks)))


@dataclass(frozen=True)
class Fixed:
    """A fixed-point number: an integer of raw bits, the last `fraction` of them after the point."""

    bits: int
    fraction: int

    def __str__(self) -> str:
        whole, rest = divmod(abs(self.bits), 1 << self.fraction)
        digits = rest * RAO >> self.fraction
        sign = "-" if self.bits < 0 else ""
        return f"{sign}{whole}.{digits:09d}"


def text(value: Any) -> str:
    """Text from the chain, which is bytes (or a list of them) and may be invalid UTF-8."""
    return bytes(value).decode("utf-8", "replace")


def moving_price(value: Any) -> Tao:
    """The moving price from its fixed-point value, rounded down to a rao; never negative."""
    return Tao.from_rao(max(_bits(value), 0) * RAO >> _FRACTION_BITS)


def _subnet(info: Mapping[str, Any], known_price: Tao | None) -> Subnet:
    netuid = info["netuid"]
    return Subnet(
        netuid=netuid,
        name=text(info["subnet_name"]),
        symbol=text(info["token_symbol"]),
        owner_hotkey=ss58.encode(info["owner_hotkey"]),
        owner_coldkey=ss58.encode(info["owner_coldkey"]),
        price=known_price or Tao.from_rao(0),
        moving_price=moving_price(info["moving_price"]),
        tao_in=Tao.from_rao(info["tao_in"]),
        alpha_in=Alpha.from_rao(info["alpha_in"], netuid),
        alpha_out=Alpha.from_rao(info["alpha_out"], netuid),
        volume=Tao.from_rao(info["subnet_volume"]),
        tao_in_emission=Tao.from_rao(info["tao_in_emission"]),
        alpha_in_emission=Alpha.from_rao(info["alpha_in_emission"], netuid),
        alpha_out_emission=Alpha.from_rao(info["alpha_out_emission"], netuid),
        pending_alpha=Alpha.from_rao(info["pending_alpha_emission"], netuid),
        tempo=info["tempo"],
        last_step=info["last_step"],
        blocks_since_last_step=info["blocks_since_last_step"],
        registered_at=info["network_registered_at"],
        identity=_identity(info["subnet_identity"]),
    )


def _identity(value: Mapping[str, Any] | None) -> Identity | None:
    if value is None:
        return None
    return Identity(
        name=text(value["subnet_name"]),
        github=text(value["github_repo"]),
        contact=text(value["subnet_contact"]),
        url=text(value["subnet_url"]),
        discord=text(value["discord"]),
        description=text(value["description"]),
        logo_url=text(value.get("logo_url", b"")),
    )


def _entry(entry: Mapping[str, Any]) -> tuple[str, Any]:
    name = text(entry["name"])
    kind, value = entry["value"]
    match kind:
        case "TaoBalance":
            return name, Tao.from_rao(value)
        case "I32F32":
            return name, Fixed(_bits(value), 32)
        case "U64F64":
            return name, Fixed(_bits(value), 64)
    return name, value


def _typed(name: str, value: Any) -> Any:
    if name in ("min_burn", "max_burn"):
        return Tao.from_rao(value)
    return Fixed(_bits(value), 32) if name == "alpha_sigmoid_steepness" else value


def _bits(value: Any) -> int:
    """The raw bits of a fixed-point value."""
    return int(value["bits"] if isinstance(value, dict) else value)
