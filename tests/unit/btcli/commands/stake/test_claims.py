"""Root dividends that can be claimed."""

from __future__ import annotations

import pytest

from btcli.commands.stake import claims
from btcli.failures import NotFound
from btsdk.ops import ClaimRoot, ForceBatch
from btsdk.reads.root_claims import RootClaim
from btsdk.units import Alpha
from tests.unit.btcli.samples import ALICE, BOB


def owed(netuid: int, amount: str, threshold: str = "0.5") -> RootClaim:
    alpha = (Alpha.parse(text, netuid) for text in (amount, "0", threshold))
    return RootClaim(BOB, netuid, *alpha)


def test_what_pays_now() -> None:
    assert claims.payable_netuids(ALICE, [owed(3, "1"), owed(1, "1"), owed(2, "0.1")]) == [1, 3]
    with pytest.raises(NotFound, match="no root dividends"):
        claims.payable_netuids(ALICE, [owed(2, "0.1")])


def test_five_subnets_are_one_call() -> None:
    assert claims.claiming([1, 2]) == ClaimRoot([1, 2])
    assert claims.claiming(range(1, 8)) == ForceBatch(
        [ClaimRoot([1, 2, 3, 4, 5]), ClaimRoot([6, 7])]
    )


def test_what_is_owed_is_shown() -> None:
    found = claims.of_subnets([owed(1, "1"), owed(2, "2"), owed(3, "0")], [1, 3])
    (document,) = claims.claim_documents(None, ALICE, found)
    assert document["claimable_alpha"] == "1.000000000"
    assert document["threshold_alpha"] == "0.500000000"
    assert document["left_alpha"] is None
    assert claims.claim_table([document]).rows == [("1", BOB, "α1.000000000", "?")]
