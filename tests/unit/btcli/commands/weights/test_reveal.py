"""`weights reveal`: in its epoch, from the kept salt or from what is typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import Cli
from tests.unit.btcli.commands.stake.moving import YES

WORDS = ("--netuid", "2", "--uids", "0,1", "--weights")


@pytest.mark.parametrize("typed", [False, True])
def test_it_is_revealed_in_the_next_epoch(weighing: Cli, typed: bool) -> None:
    values = "5,1" if typed else "1,5"
    file = weighing.home / f"salt-{typed}.json"
    words = ("--salt-file", str(file)) if typed else ()
    weighing.inside("node", "advance", "--epoch", "--netuid", "2", "--json").data()  # a whole one
    kept = weighing.inside("weights", "commit", *WORDS, values, *words, *YES).data()
    path = Path(kept["salt_file"])
    reveal = ["weights", "reveal", "--netuid", "2", "--salt-file", str(path)]
    if typed:
        salt = ",".join(map(str, json.loads(path.read_text())["salt"]))
        reveal = ["weights", "reveal", *WORDS, values, "--salt", salt]
    early = weighing.inside(*reveal, *YES).error()
    assert early["code"] == "SubtensorModule.RevealTooEarly"
    begins = int(early["message"].partition("from block ")[2].partition(";")[0])
    head = weighing.inside("weights", "show", "--netuid", "2", "--json").data()["block"]
    weighing.inside("node", "advance", str(begins - head - 1), "--json")
    data = weighing.inside(*reveal, *YES).data()
    assert data["weights"] == ([65_535, 13_107] if typed else [13_107, 65_535])
    assert path.exists() is typed  # a file that was not asked for is left alone
    rows = weighing.inside("weights", "show", "--netuid", "2", "--json").data()["rows"]
    assert rows[0]["weights"] == data["weights"]
