"""Addresses that the chain derives: known vectors, and those of our runtime."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsdk.errors import AddressError, UsageError
from btsdk.keys import Keypair, ss58
from btsdk.ops import (
    derivative_address,
    evm_mirror_address,
    multisig_address,
    pure_proxy_address,
)
from local_node.runtime.pallets.multisig.signatories import multi_account
from local_node.runtime.pallets.proxy.pure import pure_account
from local_node.runtime.pallets.utility.as_derivative import derivative_account

ALICE, BOB, CHARLIE = (Keypair.from_uri(f"//{name}") for name in ("Alice", "Bob", "Charlie"))
ACCOUNTS = st.binary(min_size=32, max_size=32)


def test_published_addresses() -> None:
    """Of Alice, Bob and Charlie, as in the documentation of Substrate's own tools."""
    members = [ALICE, BOB, CHARLIE]
    assert multisig_address(members, 2) == "5DjYJStmdZ2rcqXbXGX7TW85JsrW6uG4y9MUcLq2BoPMpRA7"
    assert multisig_address([CHARLIE.ss58_address, ALICE.public_key, BOB], 2) == (
        multisig_address(members, 2)
    )


@given(st.lists(ACCOUNTS, min_size=2, max_size=100, unique=True), st.data())
def test_multisigs_as_the_runtime_has_them(accounts: list[bytes], data: st.DataObject) -> None:
    threshold = data.draw(st.integers(1, len(accounts)))
    wanted = multi_account(sorted(accounts), threshold)
    shuffled = data.draw(st.permutations(accounts))
    assert multisig_address(shuffled, threshold) == ss58.encode(wanted)


@given(ACCOUNTS, st.integers(0, 65_535), st.integers(0, 2**32 - 1), st.integers(0, 2**32 - 1))
def test_pure_proxies_and_derivatives(who: bytes, index: int, height: int, place: int) -> None:
    wanted = pure_account(who, "Staking", index, height, place)
    assert pure_proxy_address(who, "Staking", index, height, place) == ss58.encode(wanted)
    assert derivative_address(who, index) == ss58.encode(derivative_account(who, index))


def test_the_mirror_of_an_evm_address() -> None:
    address = "0x" + "00" * 19 + "01"
    assert evm_mirror_address(address) == evm_mirror_address(bytes(19) + b"\x01")
    with pytest.raises(UsageError, match="20 bytes"):
        evm_mirror_address(ALICE.ss58_address)


def test_what_is_no_multisig() -> None:
    with pytest.raises(UsageError, match="twice"):
        multisig_address([ALICE, ALICE.ss58_address], 1)
    with pytest.raises(UsageError, match="at least two"):
        multisig_address([ALICE], 1)
    with pytest.raises(UsageError, match="threshold"):
        multisig_address([ALICE, BOB], 3)
    with pytest.raises(UsageError, match="list of accounts"):
        multisig_address(ALICE.ss58_address, 1)
    with pytest.raises(AddressError):
        multisig_address([ALICE, "nobody"], 1)
