"""TAO sent to EVM addresses, and EVM addresses of neurons, on a chain."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from btsdk import Keypair, Tao, Transfer
from btsdk.errors import UsageError
from btsdk.ops import (
    AssociateEvmKey,
    EvmWithdraw,
    FundEvmKey,
    RecycleRegister,
    evm_mirror_address,
)
from btsdk.storage import subtensor
from local_node import LocalChain
from tests.unit.btsdk.chain import METADATA
from tests.unit.btsdk.ops.local import ALICE, BOB, TAO, done, refused

ADDRESS = "0x7e5f4552091a69125d5dfcb7b8c2659029395bdf"
"""Of the private key 1."""
HOTKEY = Keypair.from_uri("//evm")


@pytest.fixture
def chain() -> Iterator[LocalChain]:
    with LocalChain("fast") as chain:
        yield chain


def test_an_evm_address_is_funded(chain: LocalChain) -> None:
    client = chain.client
    plan = client.prepare(FundEvmKey(ADDRESS, TAO), ALICE)
    assert ADDRESS in plan.preview.effects[1]
    client.submit(plan)
    assert client.head().balance(evm_mirror_address(ADDRESS)).free == TAO
    most = FundEvmKey(bytes.fromhex(ADDRESS[2:]), Tao.parse("1100000"))
    assert "can move" in refused(client, most, ALICE)
    with pytest.raises(UsageError, match="20 bytes"):
        FundEvmKey(ALICE.ss58_address, TAO)


def test_a_withdrawal_is_from_the_signers_own_address(chain: LocalChain) -> None:
    """The local chain does not execute EVM calls: its form alone is checked."""
    client = chain.client
    own = EvmWithdraw.evm_address(BOB.ss58_address)
    assert bytes.fromhex(own[2:]) == BOB.public_key[:20]
    plan = client.prepare(EvmWithdraw(TAO), BOB)
    assert plan.preview.refusals[0].code == "Token.FundsUnavailable"
    done(client, FundEvmKey(own, TAO * 2), ALICE)
    plan = client.prepare(EvmWithdraw(TAO), BOB)
    assert plan.preview.refusals == ()
    call = METADATA.decode_call(plan.draft.call.encode(METADATA))
    assert (call.name, call.args) == (
        "withdraw",
        {"address": BOB.public_key[:20], "value": TAO.rao},
    )


@pytest.mark.parametrize("key", ["0x" + "00" * 31 + "01", bytes(31) + b"\x01"])
def test_an_evm_key_is_associated(chain: LocalChain, key: str | bytes) -> None:
    client = chain.client
    associate = AssociateEvmKey(1, key)
    assert "private_key" not in repr(associate)
    assert "no coldkey has registered" in refused(client, associate, HOTKEY)
    done(client, Transfer(HOTKEY.ss58_address, TAO), ALICE)
    done(client, RecycleRegister(1, HOTKEY.ss58_address), ALICE)
    done(client, associate, HOTKEY)
    number = client.head().uid(1, HOTKEY.ss58_address)
    assert number is not None
    stored = client.head().storage(subtensor.AssociatedEvmAddress, 1, number)
    assert stored is not None
    assert "0x" + stored[0].hex() == ADDRESS
    assert "is not registered on subnet" in refused(client, AssociateEvmKey(0, key), HOTKEY)


def test_what_is_no_key() -> None:
    with pytest.raises(UsageError, match="32 bytes") as caught:
        AssociateEvmKey(1, "0xabcd")
    assert "abcd" not in str(caught.value)
