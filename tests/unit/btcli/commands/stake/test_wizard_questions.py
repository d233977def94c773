"""The questions of `stake wizard`: an answer that cannot be is asked for again."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

import pytest

from btcli.commands.stake.wizard_questions import StakeChoice, asked_choice
from btcli.failures import NeedsConfirmation
from btsdk.errors import UsageError
from btsdk.reads.stakes import Stake
from btsdk.units import Alpha
from tests.unit.btcli.samples import ALICE, BOB, context


class Stakes:
    """A view with stakes, and with the subnets 1 to 3."""

    def __init__(self, *places: tuple[str, int]) -> None:
        self._places = places

    def stakes(self, coldkey: str) -> list[Stake]:
        return [
            Stake(coldkey, hotkey, netuid, Alpha.parse("2", netuid), Alpha.zero(netuid), True)
            for hotkey, netuid in self._places
        ]

    def subnet_exists(self, netuid: int) -> bool:
        return netuid in (1, 2, 3)


def ask(folder: Path, monkeypatch: pytest.MonkeyPatch, view: Any, *answers: str) -> StakeChoice:
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{one}\n" for one in answers)))
    (folder / "default" / "hotkeys").mkdir(parents=True, exist_ok=True)
    return asked_choice(context(folder), view, ALICE)


TWO = Stakes((BOB, 1), (ALICE, 2))


@pytest.mark.parametrize(
    ("answers", "choice"),
    [
        (("2", "r", "all"), StakeChoice("remove", ALICE, 2, "all")),
        (("9", "1", "x", "m", BOB, "", "1"), StakeChoice("move", BOB, 1, "1.000000000", BOB, 1)),
        (("1", "swap", "1", "8", "0", "1"), StakeChoice("swap", BOB, 1, "1.000000000", "", 0)),
        (
            ("1", "t", "", ALICE, "3", "3", "1"),
            StakeChoice("transfer", BOB, 1, "1.000000000", ALICE, 3),
        ),
    ],
)
def test_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answers: tuple[str, ...], choice: StakeChoice
) -> None:
    assert ask(tmp_path, monkeypatch, TWO, *answers) == choice


def test_a_lone_stake_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = ask(tmp_path, monkeypatch, Stakes((BOB, 1)), "remove", "all")
    assert found == StakeChoice("remove", BOB, 1, "all")
    assert found.to_netuid == 1


def test_there_is_nothing_to_choose(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match="has no stake"):
        ask(tmp_path, monkeypatch, Stakes())
    with pytest.raises(NeedsConfirmation):
        ask(tmp_path, monkeypatch, TWO, "1")
    with pytest.raises(UsageError, match="invalid choice"):
        ask(tmp_path, monkeypatch, TWO, "1", "x", "y", "z")
