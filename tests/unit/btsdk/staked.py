"""A real chain with stakes: Alice and Bob, two subnets that have started, and root."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from btsdk import Client
from btsdk.errors import DispatchError, TransactionRefused
from btsdk.keys import Keypair
from btsdk.tx.operation import Draft, Wanted, drafted
from btsdk.tx.receipt import Receipt
from btsdk.units import Alpha, Tao
from local_node import LocalChain
from local_node.dev.scaffold import read_scaffold
from local_node.runtime.pallets.subtensor.guards.transaction_codes import REFUSAL_CODES

ALICE, BOB = Keypair.from_uri("//Alice"), Keypair.from_uri("//Bob")
ALICE_1, ALICE_2 = (Keypair.from_uri(f"//Alice//{n}").ss58_address for n in (1, 2))
BOB_1, BOB_2 = (Keypair.from_uri(f"//Bob//{n}").ss58_address for n in (1, 2))
NOBODY = Keypair.from_uri("//Nobody").ss58_address
FIRST, SECOND, MISSING = 2, 3, 77
"""Subnet 2 is Alice's (hotkey 1), subnet 3 Bob's (hotkey 2); both have pools with TAO and alpha."""

_TOML = """
[[accounts]]
name = "alice"
secret = "//Alice"
balance = "100000"
[[accounts]]
name = "bob"
secret = "//Bob"
balance = "100000"
[[subnets]]
owner = "alice"
hotkey = "//Alice//1"
[[subnets.neurons]]
coldkey = "//Bob"
hotkey = "//Bob//1"
stake = "100"
[[subnets.neurons]]
coldkey = "//Alice"
hotkey = "//Alice//2"
stake = "50"
[[subnets]]
owner = "bob"
hotkey = "//Bob//2"
[[subnets.neurons]]
coldkey = "//Alice"
hotkey = "//Alice//2"
stake = "70"
"""
_SCAFFOLD = read_scaffold(_TOML, "staked")


class Staked:
    """The chain and its client, with what tests of operations ask."""

    def __init__(self, chain: LocalChain) -> None:
        self.chain = chain
        self.client: Client = chain.client

    @property
    def view(self) -> Any:
        """The state of the best block."""
        return self.client.head()

    def do(self, operation: Wanted, signer: Keypair = ALICE) -> Receipt:
        """Execute it."""
        return self.client.execute(operation, signer)

    def draft(self, operation: Wanted, signer: Keypair = ALICE) -> Draft:
        """Its draft on the best block."""
        return self.client.run(drafted(operation, self.view.at, signer.ss58_address))

    def codes(self, operation: Wanted, signer: Keypair = ALICE) -> list[str]:
        """The codes of the refusals that its draft expects."""
        return [refusal.code for refusal in self.draft(operation, signer).refusals]

    def refuses(self, operation: Wanted, name: str, signer: Keypair = ALICE) -> None:
        """Assert that the draft names this error first, and that the chain answers it (the pool by
        the code that it has for the error)."""
        code = name if "." in name else f"SubtensorModule.{name}"
        assert self.codes(operation, signer)[:1] == [code]
        with pytest.raises((DispatchError, TransactionRefused)) as caught:
            self.do(operation, signer)
        if isinstance(caught.value, DispatchError):
            assert caught.value.code == code
        else:
            assert caught.value.reason.startswith(f"Custom({REFUSAL_CODES[code]})")

    def set(self, **items: Any) -> None:
        """Write storage items of SubtensorModule: a value, or [keys, value] pairs in a list."""
        self.chain.control.set_storage({"SubtensorModule": items})

    def stake(self, who: Keypair, hotkey: str, netuid: int) -> Alpha:
        """The stake at the best block."""
        found: Alpha = self.view.stake(who.ss58_address, hotkey, netuid)
        return found


@contextmanager
def staked() -> Iterator[Staked]:
    """A fresh chain."""
    with LocalChain(scaffold=_SCAFFOLD) as chain:
        yield Staked(chain)


def alpha(text: str, netuid: int = FIRST) -> Alpha:
    return Alpha.parse(text, netuid)


def tao(text: str) -> Tao:
    return Tao.parse(text)
