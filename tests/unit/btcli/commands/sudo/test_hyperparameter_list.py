"""Ranges of hyperparameters in words, and what is said about the freeze window."""

from __future__ import annotations

import pytest

from btcli.commands.sudo.hyperparameter_list import (
    freeze_lines,
    json_value,
    range_in_words,
    settable,
)
from btcli.render.blocks import Table
from btsdk import Client
from btsdk.reads.hyperparameter_bounds import Bounds
from btsdk.reads.hyperparameter_table import parameter
from btsdk.reads.owner_limits import FreezeWindow
from btsdk.reads.subnets import Fixed
from btsdk.units import Tao
from tests.cli.running import Cli


@pytest.mark.parametrize(
    ("name", "bounds", "words"),
    [
        ("tempo", Bounds(360, 50_400), "360 to 50,400"),
        ("max_burn", Bounds(Tao.parse("0.1"), Tao.from_rao((1 << 64) - 1)), "from τ0.1"),
        ("burn_increase_mult", Bounds(Fixed(1 << 64, 64), Fixed(3 << 64, 64)), "1 to 3"),
        ("kappa", Bounds(0, 65_535), "0 % to 100 %"),
        ("yuma3_enabled", None, "on, off"),
        ("recycle_or_burn", None, "Burn, Recycle"),
        ("subnet_owner_hotkey", None, "a hotkey"),
        ("yuma_version", None, ""),
    ],
)
def test_ranges(name: str, bounds: Bounds | None, words: str) -> None:
    assert range_in_words(parameter(name), bounds) == words


def test_values_for_json() -> None:
    values = (7, True, "Burn", None, (1, 2), Tao.parse("1"), Fixed(1 << 64, 64))
    found = [json_value(value) for value in values]
    assert found == [7, True, "Burn", None, [1, 2], "1.000000000", "1.000000000"]


@pytest.mark.parametrize(
    ("frozen", "ends", "starts", "said"),
    [
        (True, 1_200, 1_551, "Frozen before the epoch: changes are possible from block 1,200."),
        (True, None, None, "The freeze window is longer than the tempo: no change is possible."),
        (False, None, 1_190, "The next freeze window begins with block 1,190."),
        (False, None, None, ""),
    ],
)
def test_the_freeze_window(frozen: bool, ends: int | None, starts: int | None, said: str) -> None:
    lines = freeze_lines(FreezeWindow(2, 1_180, 10, frozen, ends, starts))
    assert "".join(line.text for line in lines) == said


def test_what_can_be_set(owner: Cli) -> None:
    with Client("local", chain_file=owner.chain_file) as client:
        table, accounts = settable(client.head(), 2)
    assert isinstance(table, Table)
    cells = {row[0]: list(row[1:]) for row in table.rows}
    assert cells["kappa"] == ["49.9992 %", "0 % to 100 %", "root"]
    assert cells["alpha_values"][1] == "2.4994 % to 100 %"
    assert cells["activity_cutoff_factor"][0] == "13,889 ‰ of a tempo"
    assert "yuma_version" not in cells
    assert accounts.plain().startswith("subnet_owner_hotkey  5")
