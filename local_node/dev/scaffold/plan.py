"""A scaffold: what is to be on the chain, with every name looked up and every group spelled out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from btsdk.keys.signer import Signer
from btsdk.units import Tao


@dataclass(frozen=True)
class Account:
    """Who acts. `balance` is what the account has in the end, None where nothing was said.
    `secret` is a path on the development phrase, which everybody knows; None for any other."""

    name: str
    signer: Signer = field(repr=False, compare=False)
    account: bytes
    balance: Tao | None = None
    secret: str | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Neuron:
    """One hotkey on a subnet. `weights` are `(uid, weight)`, `None` for equal ones on everybody;
    an empty row sets none."""

    coldkey: Account
    hotkey: Account
    stake: Tao
    weights: tuple[tuple[int, int], ...] | None = ()


@dataclass(frozen=True)
class Subnet:
    """`netuid` None makes a new subnet. `settings` are storage items of `SubtensorModule` that are
    keyed by the netuid, by their names, in JSON's values."""

    owner: Account
    hotkey: Account
    neurons: tuple[Neuron, ...]
    netuid: int | None = None
    settings: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True)
class Scaffold:
    """Everything, in the order in which it is made."""

    accounts: tuple[Account, ...]
    subnets: tuple[Subnet, ...]

    def coldkeys(self) -> list[Account]:
        """Everybody who pays for something or was named, each once."""
        found = {each.account: each for each in self.accounts}
        for subnet in self.subnets:
            for each in (subnet.owner, *(neuron.coldkey for neuron in subnet.neurons)):
                found.setdefault(each.account, each)
        return list(found.values())
