"""Addresses and signatures of all kinds."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.errors import UsageError
from btsdk.extrinsic import account_of, address_value, scheme_of, signature_value
from btsdk.metadata import ExtrinsicMetadata, Metadata
from btsdk.scale import Registry
from btsdk.scale.types import Array, Primitive, Type

ACCOUNT = bytes(range(32))


@pytest.mark.parametrize(
    ("address", "account"),
    [
        (("Id", ACCOUNT), ACCOUNT),
        (("Address32", ACCOUNT), ACCOUNT),
        (ACCOUNT, ACCOUNT),
        (("Index", ()), None),
        (("Raw", ACCOUNT), None),
        (("Address20", bytes(20)), None),
        (bytes(20), None),
        (None, None),
    ],
)
def test_the_account_in_an_address(address: Any, account: bytes | None) -> None:
    assert account_of(address) == account


@pytest.mark.parametrize(
    ("crypto", "size", "case"),
    [("ed25519", 64, "Ed25519"), ("sr25519", 64, "Sr25519"), ("ecdsa", 65, "Ecdsa")],
)
def test_signatures(mainnet: Metadata, crypto: str, size: int, case: str) -> None:
    value = signature_value(mainnet, crypto, bytes(size))
    assert value == (case, bytes(size))
    assert scheme_of(value) == (crypto, bytes(size))
    assert len(mainnet.registry.encode(mainnet.extrinsic.signature, value)) == size + 1


def test_schemes_that_nobody_knows(mainnet: Metadata) -> None:
    with pytest.raises(UsageError, match="rsa"):
        signature_value(mainnet, "rsa", bytes(64))
    for value in (bytes(64), ("Rsa", bytes(64)), None):
        with pytest.raises(UsageError):
            scheme_of(value)


def test_a_chain_with_bare_addresses() -> None:
    registry = Registry([Type(0, (), (), Primitive("u8")), Type(1, (), (), Array(32, 0))])
    extrinsic = ExtrinsicMetadata(4, 1, 1, 1, 1, ())
    chain = Metadata(registry, {}, extrinsic, 0, 1, None)
    assert address_value(chain, ACCOUNT) == ACCOUNT
    assert signature_value(chain, "sr25519", ACCOUNT) == ACCOUNT
