"""Secrets that were typed as arguments, and options that were given twice."""

from __future__ import annotations

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
        ("explain", SECRET),
        ("explain", HEX),
        ("query", SECRET),
        ("query", *SECRET.split()),
        ("query", "SubtensorModule.Tempo", *SECRET.split()),
        ("schema", *SECRET.split()),
        ("call", SECRET),
        ("call", *SECRET.split()),
        ("call", "System.remark", *SECRET.split()),
        ("tx", "build", "System.remark", SECRET),
        ("tx", "decode", HEX),
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
