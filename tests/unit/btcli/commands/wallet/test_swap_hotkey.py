"""`btcli wallet swap-hotkey` before it signs. `test_hotkey_swaps.py` executes swaps."""

from __future__ import annotations

import pytest

from btsdk.keys import Keypair
from tests.cli.running import Cli

SWAP = ("wallet", "swap-hotkey", "-w", "alice", "--json")
OLD, NEW = (Keypair.from_uri(f"//Alice//{name}").ss58_address for name in ("hot", "free"))


@pytest.mark.parametrize(
    ("words", "effects"),
    [
        (("free",), [f"{OLD} is replaced by {NEW} on all subnets", "of all its stakers moves"]),
        ((NEW, "--all-netuids"), [f"{OLD} is replaced by {NEW} on all subnets"]),
        (("free", "--netuid", "1", "--keep-stake"), ["on subnet 1", "its stake stays on"]),
    ],
)
def test_the_preview(world: Cli, words: tuple[str, ...], effects: list[str]) -> None:
    data = world.inside(*SWAP, *words, "--dry-run").data()
    shown = " ".join(data["preview"]["effects"])
    assert all(effect in shown for effect in effects)
    assert (data["hotkey"], data["new_hotkey"], data["netuids"]) == (OLD, NEW, None)


def test_the_new_hotkey_is_asked_for(world: Cli) -> None:
    done = world.inside(*SWAP[:-1], "--netuid", "0", "--dry-run", stdin="free\n")
    assert done.exit_code == 0
    assert "Name or address of the new hotkey: " in done.err
    assert "swaps on the root network only" in done.err


@pytest.mark.parametrize("words", [("nobody",), ("second", "--netuid", "1")])
def test_what_is_refused(world: Cli, words: tuple[str, ...]) -> None:
    assert world.inside(*SWAP, *words, "-y").exit_code in (1, 4)
