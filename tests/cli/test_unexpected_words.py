"""Secrets that were typed as arguments, and options that were given twice."""

from __future__ import annotations

from typing import Any

import pytest

from btcli.app import load
from btcli.catalogue import every_command
from tests.cli.running import Cli

SECRET = "zoo wagon zebra youth yard wolf violin vivid vault unveil tuition vacuum"
HEX = "0x" + "c0ffee12" * 8


def _commands() -> list[tuple[str, str]]:
    """Those without arguments: a word is never what they take."""
    return [
        (group.name, verb)
        for group, verb in every_command()
        if all(param.param_type_name == "option" for param in load(group, verb).params)
    ]


@pytest.mark.parametrize(("group", "verb"), _commands())
def test_no_command_repeats_a_secret_that_was_typed_as_words(
    cli: Cli, group: str, verb: str
) -> None:
    for words in (SECRET.split(), [SECRET], [HEX]):
        for form in ((), ("--json",)):
            done = cli.inside(*group.split(), verb, *words, *form)
            assert done.exit_code == 2
            shown = done.out + done.err
            assert not any(word in shown for word in (*SECRET.split(), HEX, HEX[2:]))


@pytest.mark.parametrize(
    "words",
    [
        ("wallet", "regen-coldkey", "--mnemonic", *SECRET.split()),
        ("wallet", "regen-coldkey", "--mnemonic", *SECRET.split()[:3]),
        ("wallet", "regen-coldkey", "--mnemonic", SECRET),
        ("wallet", "regen-coldkey", "--mnemonic", " ".join(SECRET.split()[:3])),
        ("wallet", "regen-coldkey", "--mnemonic", "zoo", "--mnemonic", "wagon"),
        ("wallet", "regen-hotkey", "--seed", "zoo"),
        ("wallet", "regen-hotkey", "--seed", HEX[:20]),
        ("wallet", "regen-hotkey", f"--seed={HEX}00"),
        ("wallet", "create", "--uri", "zoo"),
        ("wallet", "change-password", "zoo"),
        ("wallet", "transfer", "--dest", "x", "--amount", "1", "--password-fd", "zoo"),
        ("wallet", SECRET),
        (SECRET,),
        (HEX,),
    ],
)
def test_no_error_repeats_a_secret(cli: Cli, words: tuple[str, ...]) -> None:
    done = cli.inside(*words)
    assert done.exit_code != 0
    shown = done.out + done.err
    assert not any(word in shown for word in ("zoo", *SECRET.split()[2:], HEX, HEX[2:20]))


def test_the_hint_says_what_to_type(cli: Cli) -> None:
    for words in (SECRET.split(), ["--mnemonic", *SECRET.split()]):
        shown = cli.inside("wallet", "regen-coldkey", *words).err
        assert "it asks for the mnemonic" in " ".join(shown.split())
        assert "between quotes, after --mnemonic" in " ".join(shown.split())


def _single_valued() -> list[tuple[str, str, str]]:
    """Each option of each command that takes one value, by the first spelling."""
    found = []
    for group, verb in every_command():
        for param in load(group, verb).params:
            if param.param_type_name != "option":
                continue
            option: Any = param
            if not (option.multiple or option.is_flag or option.count):
                found.append((group.name, verb, param.opts[0]))
    return found


def test_every_option_with_one_value_is_refused_twice(cli: Cli) -> None:
    known = _single_valued()
    assert len(known) > 200
    for group, verb, option in known:
        done = cli.inside(*group.split(), verb, option, "1", option, "2", "--json")
        error = done.error()
        assert (done.exit_code, error["code"]) == (2, "usage_error")
        assert error["message"] == f"{option} is given 2 times and takes one value"


def test_other_spellings_count_too_and_lists_do_not(cli: Cli) -> None:
    twice = cli.inside("wallet", "list", "-p", "a", "--wallet.path", "b")
    assert "--wallet-path is given 2 times" in twice.err
    network = cli.inside("-n", "local", "--network", "test", "wallet", "list")
    assert "--network is given 2 times" in network.err
    lists = ("--netuids", "1", "--netuids", "2", "-in", "a", "-in", "b")
    allowed = cli.inside("stake", "add", *lists, "--amount", "1", "--dry-run", "--json")
    assert "times" not in allowed.error()["message"]
