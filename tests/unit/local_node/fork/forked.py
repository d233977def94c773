"""A fork of a remote, and its use."""

from __future__ import annotations

from btsdk.keys import Keypair
from btsdk.ops import AddStake, RemoveStake, Transfer
from btsdk.units import Alpha, Tao
from local_node import LocalChain

ALICE = Keypair.from_uri("//Alice")


MINER, HOTKEY = Keypair.from_uri("//Miner0"), Keypair.from_uri("//Miner0//1").ss58_address


STRANGER = Keypair.from_uri("//Stranger").ss58_address
"""An account that there is not yet."""


def use(chain: LocalChain) -> None:
    """What people do: a new account, stakes, an account that goes, and an epoch."""
    client = chain.client
    client.execute(Transfer(STRANGER, Tao.parse("3")), ALICE)
    client.execute(AddStake(HOTKEY, 1, Tao.parse("5")), MINER)
    client.execute(RemoveStake(HOTKEY, 1, Alpha.parse("2", 1)), MINER)
    leaving = Keypair.from_uri("//Stranger")
    client.execute(Transfer(ALICE.ss58_address, Tao.parse("2.99"), allow_death=True), leaving)
    chain.advance_to_epoch(1)
