"""`btcli wallet swap-coldkey`: the words, and the previews. `test_coldkey_swaps.py` announces."""

from __future__ import annotations

import pytest

from tests.cli.running import Cli
from tests.unit.btcli.samples import ALICE

SWAP = ("wallet", "swap-coldkey")
DRY = ("-w", "bob", "--dry-run", "--json")


@pytest.mark.parametrize("action", ["announce", "ANNOUNCE"])
def test_the_preview_of_an_announcement(world: Cli, action: str) -> None:
    data = world.inside(*SWAP, action, "--new-coldkey", "alice", *DRY).data()
    assert (data["action"], data["submitted"], data["swap"]) == ("announce", False, None)
    assert ALICE in data["preview"]["effects"][0]


@pytest.mark.parametrize("words", [("execute", "--new", "alice"), ("dispute",), ("clear",)])
def test_without_an_announcement_the_others_are_refused(world: Cli, words: tuple[str, ...]) -> None:
    (refusal,) = world.inside(*SWAP, *words, *DRY).data()["preview"]["refusals"]
    assert refusal["code"] == "SubtensorModule.ColdkeySwapAnnouncementNotFound"


def test_missing_words_are_asked_for(world: Cli) -> None:
    done = world.inside(*SWAP, "-w", "bob", "--dry-run", stdin="announce\nalice\n")
    assert done.exit_code == 0
    assert "Action (announce, execute, dispute, clear, check): " in done.err
    assert "Wallet name or address of the new coldkey: " in done.err


def test_check_is_that_of_swap_check(world: Cli) -> None:
    words = ("-w", "bob", "--json")
    checked = world.inside("wallet", "swap-check", *words).data()
    assert world.inside(*SWAP, "check", *words).data() == checked
    assert checked["swaps"] == []
