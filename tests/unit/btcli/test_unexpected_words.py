"""Unexpected arguments are answered with the option that was probably meant."""

from __future__ import annotations

import pytest

from btcli.suggestions import no_command
from btcli.unexpected_words import explain, quoted, refuse_mnemonic
from btsdk.errors import UsageError

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
        (["3"], ("--crowdloan-id", "--amount"), "--crowdloan-id 3"),
        ([ALICE], ("--delegate", "--delay"), f"--delegate {ALICE}"),
        (["network", "test"], CONFIG, "--network test"),
        (["tolerance"], CONFIG, "--tolerance"),
    ],
)
def test_the_hint_names_the_likely_option(
    words: list[str], options: tuple[str, ...], named: str
) -> None:
    message, hint = explain(words, options)
    assert message == f"unexpected argument {' '.join(words)!r}"
    assert hint == f"Did you mean {named}?"


@pytest.mark.parametrize(
    ("words", "options"),
    [(["foo", "bar"], CONFIG), (["1.5"], BALANCE), ([ALICE], CONFIG), (["x\ny"], ())],
)
def test_where_nothing_is_likely_no_option_is_named(
    words: list[str], options: tuple[str, ...]
) -> None:
    assert explain(words, options)[1] == "Pass values with options."


WORDS = " ".join(["abandon"] * 11 + ["about"])
SECRETS = [WORDS.split(), [WORDS], ["0x" + "ab" * 32], ["ab" * 64], ["//Alice"], WORDS.split()[:5]]


@pytest.mark.parametrize("words", SECRETS)
def test_what_looks_like_a_secret_is_not_repeated(words: list[str]) -> None:
    message, hint = explain(words, TRANSFER)
    for word in words:
        assert word not in message + hint
    assert str(len(words)) in message
    if len(words) == 1:
        assert words[0] not in no_command(words[0], ["list"])


@pytest.mark.parametrize("option", ["--mnemonic", "--new-password-file", "--uri"])
@pytest.mark.parametrize("word", ["hunter2", ALICE, "5"])
def test_a_command_that_takes_secrets_repeats_no_word(option: str, word: str) -> None:
    message, hint = explain([word], ("--wallet-name", option))
    assert message == "1 unexpected argument"
    assert f" {word}" not in hint
    assert hint.startswith("Type the command without them: it asks for")


def test_a_name_is_quoted_and_a_secret_is_not() -> None:
    assert quoted("Tempo") == "'Tempo'"
    for secret in ("zoo wagon zebra youth yard", "ab" * 32, "phrase//path"):
        assert quoted(secret) == "that"


def test_words_of_a_mnemonic_are_no_names() -> None:
    refuse_mnemonic(["SubtensorModule.Alpha", "a", "b", "c", "d"])
    refuse_mnemonic(["zoo", "wagon"])
    with pytest.raises(UsageError) as told:
        refuse_mnemonic(["zoo", "wagon", "zebra", "youth", "yard", "wolf"])
    assert "zoo" not in str(told.value)
