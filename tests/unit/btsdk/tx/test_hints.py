"""What to do next, by the name of the error."""

from __future__ import annotations

import pytest

from btsdk.tx.hints import hint_for
from chain_spec.features import Feature
from chain_spec.profile import Profile
from chain_spec.runtime import build

PALLETS = build(Profile.FAST, frozenset(Feature)).pallets
DECLARED = {f"{pallet}.{error}" for pallet in PALLETS for error in PALLETS[pallet].errors}


def test_hints_are_of_errors_that_the_chain_has() -> None:
    hinted = {code for code in DECLARED if hint_for(code)}
    assert {"SubtensorModule.AmountTooLow", "Balances.InsufficientBalance"} <= hinted
    assert len(hinted) < len(DECLARED)


@pytest.mark.parametrize("code", ["", "SubtensorModule", "SubtensorModule.None", "X.AmountTooLow"])
def test_no_hint_is_made_up(code: str) -> None:
    assert hint_for(code) is None


@pytest.mark.parametrize(
    ("code", "option"),
    [
        ("SubtensorModule.SlippageTooHigh", "--tolerance"),
        ("Token.NotExpendable", "--allow-death"),
        ("SubtensorModule.AmountTooLow", "--amount"),
    ],
)
def test_a_hint_names_the_option(code: str, option: str) -> None:
    assert f"`{option}`" in str(hint_for(code))
