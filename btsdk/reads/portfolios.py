"""Portfolios: the TAO of coldkeys, and the value of their stakes in TAO at current prices."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from btsdk.reads.accounts import address_of, addresses_of
from btsdk.reads.balances import Balance, balances
from btsdk.reads.prices import prices
from btsdk.reads.stakes import Stake, stakes_for_coldkeys
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.units import Tao

if TYPE_CHECKING:
    from btsdk.descriptors.inputs import Account


@dataclass(frozen=True)
class Holding:
    """A stake and the price of its subnet's alpha at the same block."""

    stake: Stake
    price: Tao

    @property
    def value(self) -> Tao:
        """The value at the price, without slippage and fees; root stake counts one to one."""
        return self.stake.amount.at(self.price)


@dataclass(frozen=True)
class Portfolio:
    """What one coldkey has."""

    coldkey: str
    balance: Balance
    holdings: tuple[Holding, ...]

    @property
    def staked(self) -> Tao:
        """The value of all stakes."""
        return sum((holding.value for holding in self.holdings), Tao.zero())

    @property
    def total(self) -> Tao:
        """The balance and the value of all stakes."""
        return self.balance.total + self.staked

    def by_subnet(self) -> dict[int, Tao]:
        """The value of the stakes on each subnet, by netuid."""
        found: dict[int, Tao] = {}
        for holding in self.holdings:
            netuid = holding.stake.netuid
            found[netuid] = found.get(netuid, Tao.zero()) + holding.value
        return dict(sorted(found.items()))


def portfolio(at: BlockContext, coldkeys: Iterable[Account]) -> Program[dict[str, Portfolio]]:
    """The portfolios of many coldkeys, by address, all at one block."""
    names = addresses_of(coldkeys, "coldkeys")
    held = yield from stakes_for_coldkeys(at, names)
    current = yield from prices(at) if any(held.values()) else _no_prices()
    free = yield from balances(at, names)
    return {
        name: Portfolio(name, free[name], tuple(_holding(one, current) for one in held[name]))
        for name in names
    }


def stake_value(at: BlockContext, coldkey: Account) -> Program[Tao]:
    """The value of all stakes of a coldkey at current prices, without slippage and fees."""
    name = address_of(coldkey)
    return (yield from stake_values(at, [name]))[name]


def stake_values(at: BlockContext, coldkeys: Iterable[Account]) -> Program[dict[str, Tao]]:
    """The value of all stakes of many coldkeys, by address."""
    held = yield from stakes_for_coldkeys(at, coldkeys)
    current = yield from prices(at) if any(held.values()) else _no_prices()
    return {
        name: sum((_holding(one, current).value for one in stakes), Tao.zero())
        for name, stakes in held.items()
    }


def _holding(stake: Stake, current: dict[int, Tao]) -> Holding:
    return Holding(stake, current.get(stake.netuid, Tao.zero()))


def _no_prices() -> Program[dict[int, Tao]]:
    yield from ()
    return {}
