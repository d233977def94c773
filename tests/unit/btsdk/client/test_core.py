"""The programs of both clients: fees without a key."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk import Batch, CreateSubnet, Keypair, Tao, Transfer
from btsdk.calls import system
from btsdk.descriptors.inputs import Account
from btsdk.errors import AddressError, ProtocolError
from local_node import LocalChain

ALICE = Keypair.from_uri("//Alice")
BOB = Keypair.from_uri("//Bob").ss58_address
TAO = Tao.parse("1")
WANTED = [
    Transfer(BOB, TAO),
    Batch([Transfer(BOB, TAO), Transfer(BOB, TAO)]),
    CreateSubnet(BOB),
    system.Remark(remark="hello"),
]


@pytest.mark.parametrize("wanted", WANTED, ids=lambda wanted: type(wanted).__name__)
def test_the_fee_is_the_one_that_is_paid(chain: LocalChain, wanted: Any) -> None:
    client = chain.client
    accounts: list[Account] = [ALICE.ss58_address, ALICE.public_key, ALICE]
    fee, *others = (client.fee(wanted, account) for account in accounts)
    assert others == [fee, fee]
    assert fee == client.prepare(wanted, ALICE).preview.fee
    paid = client.execute(wanted, ALICE).fee
    assert paid is not None
    # The chain gives back what an extrinsic weighed less than declared.
    assert paid == fee or (paid < fee and isinstance(wanted, Batch | CreateSubnet))


def test_an_empty_account_is_told_its_fee(chain: LocalChain) -> None:
    nobody = Keypair.from_uri("//nobody").ss58_address
    fee = chain.client.fee(Transfer(BOB, TAO), nobody)
    assert fee > Tao.from_rao(0)
    assert chain.client.fee(Transfer(BOB, TAO), nobody, period=None) < fee  # a shorter extrinsic
    assert chain.client.fee(Transfer(BOB, TAO), nobody, tip=TAO) < TAO
    with pytest.raises(AddressError):
        chain.client.fee(Transfer(BOB, TAO), "nobody")


def test_a_node_that_estimates_no_fees(chain: LocalChain) -> None:
    table = chain.dispatcher._table
    assert table.find("payment_queryInfo")
    del table._methods["payment_queryInfo"]
    with pytest.raises(ProtocolError, match="payment_queryInfo"):
        chain.client.fee(Transfer(BOB, TAO), BOB)
