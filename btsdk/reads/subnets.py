"""Subnets: pools, prices and owners."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from btsdk.apis import subnet_info as api
from btsdk.apis import subnet_registration
from btsdk.errors import SubnetNotFound
from btsdk.integers import netuid_of
from btsdk.keys import ss58
from btsdk.reads.identities import SubnetIdentity, text
from btsdk.reads.prices import price, prices
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import call_api, storage
from btsdk.storage import subtensor
from btsdk.units import RAO, Alpha, Tao

_FRACTION_BITS = 32


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
    identity: SubnetIdentity | None


def subnets(at: BlockContext) -> Program[list[Subnet]]:
    """All subnets, by netuid."""
    found = yield from call_api(at, api.get_all_dynamic_info)
    known = yield from prices(at)
    return [_subnet(info, known.get(info["netuid"])) for info in found if info is not None]


def subnet(at: BlockContext, netuid: int) -> Program[Subnet]:
    """One subnet; raises `SubnetNotFound`."""
    found = yield from find_subnet(at, netuid)
    if found is None:
        raise SubnetNotFound(netuid)
    return found


def find_subnet(at: BlockContext, netuid: int) -> Program[Subnet | None]:
    """One subnet, or None if there is none of this netuid."""
    netuid = netuid_of(netuid)
    info = yield from call_api(at, api.get_dynamic_info, netuid)
    return None if info is None else _subnet(info, (yield from price(at, netuid)))


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


def bits(value: Any) -> int:
    """The raw bits of a fixed-point value."""
    return int(value["bits"] if isinstance(value, dict) else value)


def moving_price(value: Any) -> Tao:
    """The moving price from its fixed-point value, rounded down to a rao; never negative."""
    return Tao.from_rao(max(bits(value), 0) * RAO >> _FRACTION_BITS)


def _subnet(info: Mapping[str, Any], known_price: Tao | None) -> Subnet:
    netuid, identity = info["netuid"], info["subnet_identity"]
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
        identity=None if identity is None else SubnetIdentity.decoded(identity),
    )
