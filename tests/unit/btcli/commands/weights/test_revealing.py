"""Which commitment is revealed."""

from __future__ import annotations

from pathlib import Path

import pytest

from btcli.commands.weights.revealing import request
from btsdk.errors import UsageError
from tests.cli.running import Cli
from tests.unit.btcli.commands.stake.moving import YES

ROW = ([0], [1.0])


def test_a_part_of_it_is_refused() -> None:
    assert request(1, 0, ROW, [1, 2], None, None).salt == (1, 2)
    assert request(1, 0, None, [], None, None).row is None
    with pytest.raises(UsageError, match="missing --salt"):
        request(1, 0, ROW, [], None, None)
    with pytest.raises(UsageError, match="either --salt-file"):
        request(1, 0, ROW, [1], None, Path("file"))


def test_the_oldest_kept_commitment_is_found(weighing: Cli) -> None:
    nothing = weighing.inside("weights", "reveal", "--netuid", "2", "-H", "second", *YES).error()
    assert nothing["code"] == "not_found"
    assert "no open commitment" in nothing["message"]
    words = ("weights", "commit", "--netuid", "2", "--uids", "1", "--weights", "1", "-H", "second")
    first = weighing.inside(*words, *YES).data()
    weighing.inside(*words, *YES).data()
    reveal = ("weights", "reveal", "--netuid", "2", "-H", "second", "--force", "--dry-run")
    assert weighing.inside(*reveal, *YES).data()["uids"] == [1]
    Path(first["salt_file"]).write_text("{}")
    damaged = weighing.inside(*reveal, *YES).error()
    assert "is no file of a commitment" in damaged["message"]


def test_a_file_of_another_subnet_or_hotkey(weighing: Cli) -> None:
    file = weighing.home / "second.json"
    words = ("--uids", "1", "--weights", "1", "--salt-file", str(file))
    weighing.inside("weights", "commit", "-n", "2", "-H", "second", *words, *YES).data()
    reveal = ("weights", "reveal", "--salt-file", str(file))
    assert "of the hotkey" in weighing.inside(*reveal, "-n", "2", *YES).error()["message"]
    elsewhere = weighing.inside(*reveal, "-n", "1", "-H", "second", *YES).error()
    assert "is of subnet 2" in elsewhere["message"]
