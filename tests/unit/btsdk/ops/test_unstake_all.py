"""All stake of a hotkey by one call."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.errors import AddressError, UsageError
from btsdk.keys import ss58
from btsdk.ops import (
    UnstakeAll,
)
from tests.unit.btsdk.chain import (
    ALICE,
    BOB,
    POOL,
    Chain,
    called,
    draft,
)

CAROL = ss58.encode(b"\x07" * 32)


def _held(*stakes: tuple[str, int, int]) -> list[dict[str, Any]]:
    return [
        {
            "hotkey": ss58.decode(hotkey),
            "coldkey": ss58.decode(ALICE),
            "netuid": netuid,
            "stake": rao,
            "locked": 0,
            "emission": 0,
            "tao_emission": 0,
            "drain": 0,
            "is_registered": True,
        }
        for hotkey, netuid, rao in stakes
    ]


@pytest.mark.parametrize(("to_root", "name"), [(False, "unstake_all"), (True, "unstake_all_alpha")])
def test_all_of_a_hotkey(to_root: bool, name: str) -> None:
    held = _held((BOB, 0, 10**9), (BOB, 2, 10**9), (CAROL, 3, 10**9))
    chain = Chain(get_stake_info_for_coldkey=held, **POOL)
    assert called(UnstakeAll(BOB, to_root), chain) == f"SubtensorModule.{name}"
    found = draft(UnstakeAll(BOB, to_root), chain)
    sold = [effect for effect in found.effects if "is unstaked" in effect]
    assert len(sold) == (1 if to_root else 2)
    assert any("at current prices" in effect for effect in found.effects)
    assert any("root network" in effect for effect in found.effects) is to_root
    assert any("any price" in warning for warning in found.warnings)


def test_nothing_to_sell_is_said() -> None:
    chain = Chain(get_stake_info_for_coldkey=_held((BOB, 0, 10**9)), **POOL)
    with pytest.raises(UsageError, match="no stake to sell"):
        draft(UnstakeAll(BOB, to_root=True), chain)
    with pytest.raises(AddressError):
        UnstakeAll("5F")
