"""What the three commands refuse."""

from __future__ import annotations

import pytest

from tests.cli.running import Cli
from tests.unit.btcli.commands.stake.moving import BOB, YES


def test_between_subnets_the_limit_is_checked_before_signing(world: Cli) -> None:
    for verb, dest in (("move", "second"), ("transfer", BOB)):
        words = ("stake", verb, "--origin-netuid", "1", "--dest", dest, "--dest-netuid", "2")
        error = world.inside(*words, "--all", "--tolerance", "0", *YES).error()
        assert "limit" in error["message"], error
        shown = world.inside(*words, "--all", "--tolerance", "0.9", "--dry-run", *YES).data()
        assert shown["preview"]["effects"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("move --origin-netuid 1 --dest second", "no amount given"),
        ("move --origin-netuid 1 --dest second --amount 1 --all", "either"),
        ("move --origin-netuid 1 --dest nobody --amount 1", "nobody"),
        ("move --origin-netuid 1 --dest default --amount 1", "already"),
        ("swap -o 1 -d 1 --amount 1", "already"),
        ("swap -o 1 -d 77 --amount 1", "no subnet 77"),
        ("swap -o 1 -d 2 --amount 1x", "1x"),
        ("transfer --origin-netuid 1 --dest 5nothing --amount 1", "5nothing"),
    ],
)
def test_what_is_refused(world: Cli, words: str, message: str) -> None:
    error = world.inside("stake", *words.split(), *YES).error()
    assert message in error["message"]
