"""Hotkeys and coldkeys change, and everything that is theirs goes with them."""

from __future__ import annotations

from hashlib import blake2b
from typing import Any

import pytest

from tests.peers.scenarios.conftest import Play
from tests.peers.scenarios.reckoning import TAO, events, refused, succeeded

pytestmark = [pytest.mark.peer, pytest.mark.slow]

ON_ALL, ON_ONE = TAO // 10, TAO // 1_000
"""What a swap of a hotkey costs, on all subnets and on one."""


def test_key_swaps(play: Play) -> None:
    seen = play("key_swaps")
    coldkey, hotkey = seen["prepare"]["coldkey"], seen["prepare"]["hotkey"]
    _swaps_on_one(seen["on_one"], coldkey, hotkey)
    _swaps_on_all(seen["on_all"], coldkey, hotkey)
    _swaps_coldkey(seen["coldkey"], coldkey)
    _disputes(seen["dispute"])


def _swapped(told: dict[str, Any], old: str, new: str, netuids: set[int], cost: int) -> None:
    assert told["paid"] == succeeded(told)["fee"] + cost
    assert told["after"] == [
        [new if key == old and netuid in netuids else key, netuid, amount]
        for key, netuid, amount in told["before"]
    ]


def _swaps_on_one(told: dict[str, Any], coldkey: str, old: str) -> None:
    new = told["new"]
    _swapped(told, old, new, {2}, ON_ONE)
    [said] = events(told, "HotkeySwappedOnSubnet")
    assert said == {"coldkey": coldkey, "old_hotkey": old, "new_hotkey": new, "netuid": 2}
    assert told["uids"] == {old: [None, 1], new: [1, None]}
    assert told["owned"] == [old, new]
    assert told["owner"] == coldkey


def _swaps_on_all(told: dict[str, Any], coldkey: str, old: str) -> None:
    new = told["new"]
    _swapped(told, old, new, {2, 3}, ON_ALL)
    [said] = events(told, "HotkeySwapped")
    assert said == {"coldkey": coldkey, "old_hotkey": old, "new_hotkey": new}
    assert told["uids"] == {old: [None, None], new: [None, 1]}
    assert old not in told["owned"]
    assert told["owner"] == coldkey


def _swaps_coldkey(told: dict[str, Any], old: str) -> None:
    announced = succeeded(told["announced"])
    new_hash = "0x" + blake2b(bytes.fromhex(told["new_key"][2:]), digest_size=32).hexdigest()
    assert events(announced, "ColdkeySwapAnnounced") == [{"who": old, "new_coldkey_hash": new_hash}]
    assert told["paid"] == announced["fee"] + told["constants"]["KeySwapCost"]
    assert told["constants"] == {"KeySwapCost": ON_ALL}
    assert told["announcement"] == {
        "coldkey": old,
        "execution_block": announced["block"] + told["delay"],
        "new_coldkey_hash": new_hash,
    }
    assert told["delay"] == 50
    assert not told["blocked"]["success"]
    assert "Custom error: 0 " in told["blocked"]["message"]
    refused(told["early"], "ColdkeySwapTooEarly")
    swapped = succeeded(told["swapped"])
    assert swapped["block"] >= announced["block"] + told["delay"]
    before, left, gained = told["balances"]
    assert (left, gained) == (0, before - swapped["fee"])
    stakes, left_stakes, gained_stakes = told["stakes"]
    assert left_stakes == []
    assert sorted(gained_stakes) == sorted(stakes)
    owned_by_old, owned_by_new = told["owned"]
    assert owned_by_old == []
    assert len(owned_by_new) == 2
    assert told["announcements"] == 0


def _disputes(told: dict[str, Any]) -> None:
    disputed = succeeded(told["disputed"])
    assert told["dispute"] == {"coldkey": told["address"], "disputed_block": disputed["block"]}
    assert not told["stuck"]["success"]
    assert "Custom error: 21 " in told["stuck"]["message"]
    assert len(events(succeeded(told["reset"], free=True), "ColdkeySwapReset")) == 1
    succeeded(told["freed"])
    assert told["left"] == [0, 0]
