"""Claim types as users write them."""

from __future__ import annotations

import pytest

from btcli.commands.stake.claim_types import claim_type, kind_of, netuids_of
from btsdk.errors import UsageError
from btsdk.ops import SetRootClaimType


@pytest.mark.parametrize(
    ("text", "kind"),
    [("keep", "Keep"), ("Swap", "Swap"), ("keep-subnets", "KeepSubnets"), ("KeepSubnets",) * 2],
)
def test_types(text: str, kind: str) -> None:
    assert kind_of(text) == kind


def test_lists_with_ranges() -> None:
    assert netuids_of(["1-3,10", "2 5"]) == (1, 2, 3, 5, 10)
    assert netuids_of([]) == ()
    for wrong in ("3-1", "a", "1-", "-1", "1-2-3", "70000"):
        with pytest.raises(UsageError):
            netuids_of([wrong])


def test_subnets_turn_a_type_around() -> None:
    assert claim_type("Keep", (), ()) == SetRootClaimType("Keep")
    assert claim_type("Keep", (2,), ()) == SetRootClaimType("KeepSubnets", (2,))
    assert claim_type("Swap", (), (1, 2)) == SetRootClaimType("Swap")
    assert claim_type("Swap", (2,), (1, 2, 3)) == SetRootClaimType("KeepSubnets", (1, 3))
    assert claim_type("Swap", (1, 2), (1, 2)) == SetRootClaimType("Swap")
    with pytest.raises(UsageError, match="no subnet given"):
        claim_type("KeepSubnets", (), ())
