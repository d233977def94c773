"""`weights set` in both forms."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.stake.moving import YES
from tests.unit.btcli.commands.weights.conftest import storage

WORDS = ("weights", "set", "--netuid", "2", "--uids", "0,1", "--weights", "1,0.5")


def test_sealed_if_the_subnet_asks_for_it(weighing: Cli) -> None:
    data = weighing.inside(*WORDS, *YES).data()
    assert "SubtensorModule.TimelockedWeightsCommitted" in data["receipt"]["events"]
    sealed = weighing.inside("weights", "show", "--netuid", "2", "--json").data()["sealed"]
    assert data["reveal_round"] in [one["reveal_round"] for one in sealed]
    assert "Sealed until" in weighing.inside("weights", "show", "-n", "2").out


def test_in_the_open_otherwise(weighing: Cli) -> None:
    storage(weighing, CommitRevealWeightsEnabled=[[[2], False]])
    data = weighing.inside(*WORDS, *YES).data()
    storage(weighing, CommitRevealWeightsEnabled=[[[2], True]])
    assert (data["uids"], data["weights"], data["reveal_round"]) == ([0, 1], [65_535, 32_768], None)
    (row,) = weighing.inside("wt", "show", "--netuid", "2", "--json").data()["rows"]
    assert (row["uid"], row["uids"], row["weights"]) == (0, [0, 1], [65_535, 32_768])


def test_a_proxy_cannot_sign_for_a_hotkey(weighing: Cli) -> None:
    error = weighing.inside(*WORDS, "--proxy", "alice", *YES).error()
    assert "the hotkey has to sign this itself" in error["message"]
