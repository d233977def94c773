"""Announced swaps as the chain stores them; those of a real chain are tested with operations."""

from __future__ import annotations

from btsdk.reads.coldkey_swaps import ColdkeySwap, coldkey_swap, coldkey_swap_rules
from btsdk.units import Tao
from tests.unit.btsdk.chain import BOB, Chain
from tests.unit.btsdk.script import dev_at


def test_an_announcement() -> None:
    chain = Chain(
        ColdkeySwapAnnouncements=(40, bytes(32)),
        ColdkeySwapDisputes=7,
        ColdkeySwapReannouncementDelay=10,
    )
    found = chain.script().play(coldkey_swap(dev_at(), BOB))
    assert found == ColdkeySwap(BOB, bytes(32), 40, 50, 7)
    assert Chain().script().play(coldkey_swap(dev_at(), BOB)) is None


def test_the_rules() -> None:
    chain = Chain(ColdkeySwapAnnouncementDelay=5, ColdkeySwapReannouncementDelay=2)
    rules = chain.script().play(coldkey_swap_rules(dev_at()))
    assert (rules.delay, rules.reannouncement_delay) == (5, 2)
    assert rules.cost == Tao.parse("0.1")
