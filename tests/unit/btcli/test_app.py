"""How a command line is parsed, whichever command it is."""

from __future__ import annotations

from typing import Any

from btcli.app import load
from btcli.catalogue import every_command
from tests.cli.running import Cli


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


def test_stake_add_a_is_never_guessed(cli: Cli) -> None:
    error = cli.inside("stake", "add", "--netuid", "1", "-a", "5", "--json").error()
    assert "-a means --all" in error["message"]
    assert "--amount 5" in error["hint"]


def test_json_of_a_key_file_is_not_the_output(cli: Cli) -> None:
    file = cli.home / "key.json"
    done = cli.inside("wallet", "regen-coldkey", "--json", str(file), "--no-use-password")
    assert done.exit_code == 4
    assert done.out == ""
    assert str(file) in done.err
    both = cli.inside("wallet", "regen-coldkey", "--json", str(file), "--json-output")
    assert both.error()["code"] == "wallet_error"


def test_what_is_out_of_range_is_told_in_words(cli: Cli) -> None:
    error = cli.inside("subnets", "show", "--netuid", "70000", "--json").error()
    assert error["message"].endswith("70000 is not between 0 and 65535.")


def test_points_and_underscores_are_hyphens(cli: Cli) -> None:
    words = ("wallet", "list", "--wallet.path", str(cli.home), "--json_output")
    assert cli.inside(*words).data()["path"] == str(cli.home)


def test_a_number_that_is_read_as_an_option_is_explained(cli: Cli) -> None:
    error = cli.inside("wallet", "transfer", "--dest", "x", "-5", "--json").error()
    assert "Pass a number with an option, such as --amount 1.5." in error["hint"]


def test_a_password_in_the_place_of_a_descriptor_is_not_repeated(cli: Cli) -> None:
    words = ("wallet", "sign", "-m", "x", "--password-fd", "hunter2")
    done = cli.inside(*words)
    assert done.exit_code == 2
    assert "Invalid value for '--password-fd': it takes a number." in done.err
    assert "hunter2" not in done.out + done.err


def test_help_puts_shared_options_behind_those_of_the_command(cli: Cli) -> None:
    shown = cli.inside("stake", "add", "--help").out
    headings = [line for line in shown.splitlines() if line.endswith(":")]
    assert headings[0] == "Options:"
    assert len(headings) == len(set(headings)) > 2
    assert shown.index("\n  --amount") < shown.index(headings[1])


def test_groups_and_commands_have_several_names(cli: Cli) -> None:
    for words in (("w", "list"), ("wallets", "list"), ("wallet", "list")):
        assert cli.inside(*words, "--json").data()["wallets"] == []
    done = cli.inside("w", "lst")
    assert done.exit_code == 2
    assert "Did you mean 'list'?" in done.err
