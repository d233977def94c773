"""`utils convert`."""

from __future__ import annotations

import pytest

from tests.cli.running import Cli


def test_both_ways(cli: Cli) -> None:
    data = cli.inside("utils", "convert", "--rao", "1_500_000_000", "--tao", "0.1", "--json").data()
    assert data["conversions"] == [
        {"tao": "1.500000000", "rao": "1500000000"},
        {"tao": "0.100000000", "rao": "100000000"},
    ]
    assert cli.inside("misc", "convert", "--tao", "1.5").out == "1,500,000,000 rao = τ1.500000000\n"


@pytest.mark.parametrize("words", [(), ("--rao", "1.5"), ("--rao", "-1"), ("--tao", "1e3")])
def test_what_is_no_amount(cli: Cli, words: tuple[str, ...]) -> None:
    assert cli.inside("utils", "convert", *words, "--json").exit_code == 2
