"""A scaffold as data: all names resolved, all groups expanded."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from btsdk.keys.signer import Signer
from btsdk.units import Tao


@dataclass(frozen=True)
class Account:
    """An account. `balance` is its final balance, None if none was given. `secret` is a path on the
    development phrase, which is public; None for any other key."""

    name: str
    signer: Signer = field(repr=False, compare=False)
    account: bytes
    balance: Tao | None = None
    secret: str | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Neuron:
    """One hotkey on a subnet. `weights` are `(uid, weight)`, `None` for equal weights on every
    neuron; an empty row sets none."""

    coldkey: Account
    hotkey: Account
    stake: Tao
    weights: tuple[tuple[int, int], ...] | None = ()


@dataclass(frozen=True)
class Subnet:
    """`netuid` None makes a new subnet. `settings` are storage items of `SubtensorModule` keyed by
    the netuid, by their names, with JSON values."""

    owner: Account
    hotkey: Account
    neurons: tuple[Neuron, ...]
    netuid: int | None = None
    settings: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True)
class Scaffold:
    """All parts, in the order of construction."""

    accounts: tuple[Account, ...]
    subnets: tuple[Subnet, ...]

    def coldkeys(self) -> list[Account]:
        """Every account that pays or was named, each once."""
        found = {each.account: each for each in self.accounts}
        for subnet in self.subnets:
            for each in (subnet.owner, *(neuron.coldkey for neuron in subnet.neurons)):
                found.setdefault(each.account, each)
        return list(found.values())
