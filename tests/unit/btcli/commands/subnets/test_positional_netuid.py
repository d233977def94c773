"""The netuid as a word."""

from __future__ import annotations

import pytest

from btcli.commands.subnets.positional_netuid import netuid_of
from btsdk.errors import UsageError
from tests.cli.running import Cli


def test_an_option_or_a_word() -> None:
    assert netuid_of(3, None) == netuid_of(None, ["3"]) == 3


@pytest.mark.parametrize(
    ("netuid", "words", "reason"),
    [
        (None, None, "no subnet given"),
        (3, ["4"], "unexpected argument '4'"),
        (None, ["demo"], "unexpected argument"),
        (None, ["70000"], "from 0 to 65535"),
        (None, ["zoo", "wagon", "zebra", "youth", "yard", "wolf"], "6 unexpected arguments"),
    ],
)
def test_anything_else(netuid: int | None, words: list[str] | None, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        netuid_of(netuid, words)


@pytest.mark.parametrize("verb", ["show", "metagraph", "hyperparameters", "hparams"])
def test_commands_that_take_it(owner: Cli, verb: str) -> None:
    assert "ubnet 2" in owner.inside("subnets", verb, "2").out
    assert owner.inside("subnets", verb, "--json").error()["message"] == "no subnet given"
