"""Tying an EVM address to a neuron."""

from __future__ import annotations

import pytest

from btsdk.keys.hashing import keccak_256
from btsdk.keys.secp256k1 import recover
from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.subnets.identity.associate_evm_key import (
    evm_address,
    hash_eip191,
)
from tests.unit.local_node.runtime.pallets.subtensor.chain import (
    call,
    dev_context,
    go_to,
    key,
    refused,
    rich,
)

COLDKEY, HOTKEY = key(1), key(2)


@pytest.fixture
def ctx() -> Context:
    ctx = dev_context()
    rich(ctx, COLDKEY)
    call(ctx, COLDKEY, "burned_register", netuid=1, hotkey=HOTKEY)
    go_to(ctx, 5)
    return ctx


def test_an_address_is_the_end_of_the_keys_hash() -> None:
    # The generator of secp256k1 is the public key of 1, whose address everybody knows.
    generator = "0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798"
    address = evm_address(bytes.fromhex(generator))
    assert address.hex() == "7e5f4552091a69125d5dfcb7b8c2659029395bdf"


def test_the_message_is_hashed_as_wallets_do() -> None:
    # "hello" under EIP-191, as in the documentation of common wallets.
    expected = "50b2c43fd39106bafbba0da34fc430e1f91e3c96ea2acee2bc34119f92b37750"
    assert hash_eip191(b"hello").hex() == expected


def test_the_address_must_be_the_signers(ctx: Context) -> None:
    signature = (1).to_bytes(32, "big") * 2 + b"\x1b"
    message = HOTKEY + keccak_256((7).to_bytes(8, "little"))
    public_key = recover(signature, hash_eip191(message))
    assert public_key is not None
    args = {"netuid": 1, "block_number": 7, "signature": signature}
    with refused(errors.InvalidRecoveredPublicKey):
        call(ctx, HOTKEY, "associate_evm_key", evm_key=bytes(20), **args)
    address = evm_address(public_key)
    call(ctx, HOTKEY, "associate_evm_key", evm_key=address, **args)
    uid = ctx.get(storage.Uids, (1, HOTKEY))
    assert uid is not None
    assert ctx.get(storage.AssociatedEvmAddress, (1, uid)) == (address, 5)
    with refused(errors.EvmKeyAssociateRateLimitExceeded):
        call(ctx, HOTKEY, "associate_evm_key", evm_key=address, **args)
    go_to(ctx, 6)
    with refused(errors.InvalidIdentity):
        bad = {**args, "signature": bytes(65)}
        call(ctx, HOTKEY, "associate_evm_key", evm_key=address, **bad)
