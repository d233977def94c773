"""Balances out of nothing, and the issuance with them."""

from __future__ import annotations

import pytest

from btsdk.errors import UsageError
from local_node.dev.control import Control
from tests.unit.local_node.dev.reading import TAO, read
from tests.unit.local_node.dev.signing import BOB, ZOE, signed, transfer


def issuances(control: Control) -> list[int]:
    return [read(control, pallet, "TotalIssuance") for pallet in ("Balances", "SubtensorModule")]


def test_balances_and_issuance_agree(control: Control) -> None:
    before = issuances(control)
    control.set_balance(ZOE.public_key, 5 * TAO)
    assert control.faucet(ZOE.public_key, 2 * TAO) == control.free(ZOE.public_key) == 7 * TAO
    after = issuances(control)
    assert [now - then for now, then in zip(after, before, strict=True)] == [7 * TAO] * 2
    control.chain.author_block([signed(control, ZOE, transfer(control, BOB.public_key, TAO))])
    assert control.free(ZOE.public_key) < 6 * TAO
    control.set_balance(BOB.public_key, 0)
    assert control.free(BOB.public_key) == 0
    with pytest.raises(UsageError, match="at least 500 rao"):
        control.set_balance(ZOE.public_key, 499)
