"""Operations on a chain in memory: what a draft foresees, and what the chain does."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk import Client, DispatchError, Keypair, Tao, Transfer
from btsdk.errors import TransactionRefused
from btsdk.tx.operation import Wanted
from btsdk.tx.receipt import Receipt

ALICE = Keypair.from_uri("//Alice")
BOB = Keypair.from_uri("//Bob")
CHARLIE = Keypair.from_uri("//Charlie")
DAVE = Keypair.from_uri("//Dave")
TAO = Tao.parse("1")
SENT = Transfer(CHARLIE.ss58_address, TAO)


def poor(client: Client, uri: str = "//poor", amount: Tao = Tao.parse("0.01")) -> Keypair:
    """A key with little TAO."""
    key = Keypair.from_uri(uri)
    client.execute(Transfer(key.ss58_address, amount), ALICE)
    return key


def done(client: Client, operation: Wanted, signer: Keypair, **choices: Any) -> Receipt:
    """Execute an operation of which no refusal is foreseen."""
    plan = client.prepare(operation, signer, **choices)
    assert plan.preview.refusals == ()
    return client.submit(plan)


def refused(client: Client, operation: Wanted, signer: Keypair) -> str:
    """The reason of a refusal that is foreseen, and with which code the chain answers."""
    plan = client.prepare(operation, signer)
    foreseen = plan.preview.refusals
    assert foreseen, f"no refusal is foreseen: {plan.preview.effects}"
    with pytest.raises((DispatchError, TransactionRefused)) as caught:
        client.submit(plan)
    if isinstance(caught.value, DispatchError):
        assert foreseen[0].code == caught.value.code
    return foreseen[0].reason
