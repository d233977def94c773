"""Words that belong to no option are answered with the option that they are likely to belong to."""

from __future__ import annotations

import pytest

from btcli.suggestions import unexpected_words

ALICE = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"
BALANCE = ("--ss58", "--all", "--wallet-name", "--network")
TRANSFER = ("--destination", "--amount", "--wallet-name")
STAKE = ("--netuid", "--amount", "--hotkey", "--wallet-name")
CONFIG = ("--network", "--wallet-name", "--tolerance")


@pytest.mark.parametrize(
    ("words", "options", "named"),
    [
        (["me"], BALANCE, "--wallet-name me"),
        ([ALICE], BALANCE, f"--ss58 {ALICE}"),
        ([ALICE], TRANSFER, f"--destination {ALICE}"),
        ([ALICE], STAKE, f"--hotkey {ALICE}"),
        (["bob"], TRANSFER, "--destination bob"),
        (["1.5"], TRANSFER, "--amount 1.5"),
        (["5"], TRANSFER, "--amount 5"),
        (["3"], STAKE, "--netuid 3"),
        (["network", "test"], CONFIG, "--network test"),
        (["tolerance"], CONFIG, "--tolerance"),
    ],
)
def test_the_hint_names_the_likely_option(
    words: list[str], options: tuple[str, ...], named: str
) -> None:
    message, hint = unexpected_words(words, options)
    assert message == f"unexpected argument {' '.join(words)!r}"
    assert hint == f"Did you mean {named}?"


@pytest.mark.parametrize(
    ("words", "options"),
    [(["foo", "bar"], CONFIG), (["1.5"], BALANCE), ([ALICE], CONFIG), (["x\ny"], ())],
)
def test_where_nothing_is_likely_no_option_is_named(
    words: list[str], options: tuple[str, ...]
) -> None:
    assert unexpected_words(words, options)[1] == "Pass values with options."
