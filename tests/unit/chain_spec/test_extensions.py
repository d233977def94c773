"""What the transaction extensions put into an extrinsic and into what is signed."""

from __future__ import annotations

import pytest

from chain_spec.extensions import EXTENSIONS
from chain_spec.profile import Profile
from chain_spec.runtime import build

INTERFACE = build(Profile.SLOW)
BY_NAME = {one.identifier: one for one in EXTENSIONS}
IN_THE_EXTRINSIC = {"CheckMortality", "CheckNonce", "ChargeTransactionPayment", "CheckMetadataHash"}


def test_each_is_there_once() -> None:
    assert len(BY_NAME) == len(EXTENSIONS)
    assert list(BY_NAME)[:5] == [
        "CheckNonZeroSender",
        "CheckSpecVersion",
        "CheckTxVersion",
        "CheckGenesis",
        "CheckMortality",
    ]


@pytest.mark.parametrize("name", sorted(set(BY_NAME) - IN_THE_EXTRINSIC))
def test_the_others_put_nothing_into_an_extrinsic(name: str) -> None:
    extra = BY_NAME[name].extra
    assert INTERFACE.codec(extra).encode(extra.zero()) == b""


def test_nonce_and_tip_are_compact() -> None:
    for name in ("CheckNonce", "ChargeTransactionPayment"):
        codec = INTERFACE.codec(BY_NAME[name].extra)
        assert codec.encode(1) == b"\x04"
        assert codec.encode(64) == b"\x01\x01"


def test_what_is_signed_beside_the_extrinsic() -> None:
    sizes = {
        name: len(INTERFACE.codec(one.additional).encode(one.additional.zero()))
        for name, one in BY_NAME.items()
    }
    assert {name: size for name, size in sizes.items() if size} == {
        "CheckSpecVersion": 4,
        "CheckTxVersion": 4,
        "CheckGenesis": 32,
        "CheckMortality": 32,
        "CheckMetadataHash": 1,
    }
