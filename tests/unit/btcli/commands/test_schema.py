"""`schema`."""

from __future__ import annotations

import json

import pytest

from tests.cli.running import Cli


def test_alone_and_in_a_document(cli: Cli) -> None:
    alone = json.loads(cli.inside("schema", "wallet", "balance").out)
    data = cli.inside("schema", "w", "balance", "--json").data()
    assert data == {"command": "wallet balance", "schema": alone}
    assert alone["title"] == "btcli wallet balance"
    assert json.loads(cli.inside("schema", "query").out)["title"] == "btcli query"
    assert cli.inside("schema", "wallet", "new_coldkey", "--json").data()["command"] == (
        "wallet new-coldkey"
    )


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("wallet", "balanc"), "'wallet balance'"),
        (("wallet",), "--commands"),
        (("qery",), "'query'"),
    ],
)
def test_no_such_command(cli: Cli, words: tuple[str, ...], hint: str) -> None:
    done = cli.inside("schema", *words, "--json")
    assert done.exit_code == 2
    assert hint in done.error()["hint"]
