"""The command that does the same as the wizard."""

from __future__ import annotations

from pathlib import Path

import pytest

from btcli.commands.stake.wizard_orders import command_line
from btcli.commands.stake.wizard_questions import StakeChoice
from tests.unit.btcli.samples import ALICE, BOB, context


@pytest.mark.parametrize(
    ("choice", "line"),
    [
        (
            StakeChoice("move", ALICE, 1, "1.5", BOB, 1),
            f"move --origin-netuid 1 --hotkey {ALICE} --dest {BOB} --dest-netuid 1 --amount 1.5",
        ),
        (
            StakeChoice("swap", ALICE, 1, "all", "", 2),
            f"swap --origin-netuid 1 --hotkey {ALICE} --dest-netuid 2 --amount all",
        ),
        (
            StakeChoice("remove", ALICE, 1, "all"),
            f"remove --netuid 1 --include-hotkeys {ALICE} --amount all",
        ),
    ],
)
def test_the_words(tmp_path: Path, choice: StakeChoice, line: str) -> None:
    given = f" --wallet-path {tmp_path}"
    assert command_line(context(tmp_path), choice) == f"btcli stake {line}{given}"


def test_given_options_are_repeated(tmp_path: Path) -> None:
    run = context(
        tmp_path,
        wallet_name="my wallet",
        safe_staking=False,
        allow_partial_stake=True,
        mev_protection=True,
    )
    line = command_line(run, StakeChoice("move", ALICE, 1, "1", BOB, 1))
    assert "--wallet-name 'my wallet'" in line
    assert line.endswith("--unsafe --mev-protection")
    assert command_line(run, StakeChoice("swap", ALICE, 1, "1", "", 2)).endswith(
        "--unsafe --allow-partial-stake --mev-protection"
    )
