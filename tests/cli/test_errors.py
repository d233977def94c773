"""Exit codes, and one JSON document whatever goes wrong."""

from __future__ import annotations

import json
import subprocess

import pytest

from btcli.failures import failure_of
from btsdk import errors
from tests.cli.running import BTCLI, Cli

ALICE = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"


@pytest.mark.parametrize(
    "words",
    [
        ("wallet", "list", "--nonsense"),
        ("wallet", "nonsense"),
        ("nonsense",),
        ("wallet",),
        (),
        ("stake", "add", "--amount", "1"),
        ("stake", "add", "--netuid", "x", "--amount", "1"),
        ("stake", "add", "--netuid", "70000", "--amount", "1"),
        ("wallet", "list", "extra"),
        ("wallet", "transfer", "--amount", "1"),
        ("wallet", "transfer", "--dest", ALICE[:-1] + "Z", "--amount", "1"),
        ("wallet", "transfer", "--dest", "nobody", "--amount", "1"),
        ("wallet", "transfer", "--dest", ALICE, "--amount", "1e9"),
        ("wallet", "transfer", "--dest", ALICE, "--amount", "-1"),
        ("wallet", "transfer", "--dest", ALICE, "--amount", "1.0000000001"),
        ("wallet", "transfer", "--dest", ALICE),
        ("wallet", "transfer", "--dest", ALICE, "--amount", "1", "--all"),
        ("wallet", "balance", "--ss58", ALICE, "--network", "nowhere"),
        ("stake", "add", "--netuid", "1", "-a", "5"),
        ("stake", "add", "--netuid", "1", "5"),
        ("stake", "add", "--netuid", "1"),
        ("stake", "add", "--netuid", "1", "--amount", ""),
        ("stake", "remove", "--netuid", "1", "--amount", ""),
        ("stake", "remove", "--netuid", "1", "--amount", "0"),
        ("stake", "remove", "--netuid", "1", "--amount", "1e3"),
        ("stake", "add", "--netuids", "1,x", "--amount", "1"),
        ("stake", "add", "--netuid", "1", "--amount", "1", "--tolerance", "7"),
        ("subnets", "register", "--netuid", "1", "--tolerance", "7"),
        ("wallet", "transfer", "--dest", ALICE, "--amount", "1", "--tip", "x"),
        ("wallet", "transfer", "--dest", ALICE, "--amount", "1", "-w", "../x"),
        ("wallet", "balance", "-w", "a/b"),
        ("config", "set", "--tolerance", "5"),
        ("config", "set", "--network", "nowhere"),
        ("config", "set"),
        ("config", "clear"),
        ("node", "start", "--port", "70000"),
        ("node", "start", "--chain", "nowhere"),
        ("wallet", "new-coldkey", "--wallet-name", "../x"),
        ("wallet", "new-coldkey", "--n-words", "13", "--no-use-password"),
        ("wallet", "regen-coldkey", "--mnemonic", "a b c", "--no-use-password"),
        ("wallet", "regen-coldkey", "--mnemonic", "a b c", "--seed", "0x00"),
    ],
)
def test_wrong_usage_is_two_and_json(cli: Cli, words: tuple[str, ...]) -> None:
    done = cli.inside(*words, "--json-output")
    assert done.exit_code == 2, done
    error = done.error()
    assert set(error) == {"code", "message", "hint"}
    assert error["message"]
    assert not cli.chain_file.exists(), "nothing may be opened before the words are right"


def test_without_json_an_error_is_on_standard_error_alone(cli: Cli) -> None:
    done = cli("wallet", "list", "--nonsense")
    assert (done.exit_code, done.out) == (2, "")
    assert done.err.startswith("Error: No such option: --nonsense")


def test_did_you_mean(cli: Cli) -> None:
    assert "Did you mean 'list'?" in cli("wallet", "lst").err
    assert "Did you mean 'wallet'?" in cli("walet", "list").err


def test_cannot_connect_is_three(cli: Cli) -> None:
    done = cli("wallet", "balance", "--ss58", ALICE, "--network", "ws://127.0.0.1:9", "--json")
    assert done.exit_code == 3
    assert done.error()["code"] == "connect_error"


@pytest.mark.parametrize("words", [("list",), ("create", "-w", "x", "--no-use-password")])
def test_a_file_in_the_place_of_the_wallets_is_four(cli: Cli, words: tuple[str, ...]) -> None:
    file = cli.home / "file"
    file.write_text("")
    done = cli.inside("wallet", *words, "--wallet-path", str(file), "--json")
    assert done.exit_code == 4
    assert str(file) in done.error()["message"]


def test_a_wallet_that_is_listed_by_name_has_to_be_there(cli: Cli) -> None:
    done = cli.inside("wallet", "list", "--wallet-name", "nobody", "--json")
    assert (done.exit_code, done.error()["code"]) == (4, "wallet_error")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{"safe_staking": "false"}', "safe_staking must be true or false"),
        ('{"tolerance": 0.1}', "tolerance must be text in quotes"),
    ],
)
def test_a_config_file_of_the_wrong_kinds_is_not_guessed(cli: Cli, content: str, said: str) -> None:
    (cli.home / "config.json").write_text(content)
    done = cli.inside("config", "get", "--json")
    assert (done.exit_code, done.error()["code"]) == (1, "config_error")
    assert said in done.error()["message"]


def test_no_wallet_is_four(cli: Cli) -> None:
    done = cli("wallet", "transfer", "--dest", ALICE, "--amount", "1", "--json")
    assert done.exit_code == 4
    assert done.error()["code"] == "key_file_missing"


def test_an_unforeseen_error_is_a_document_too() -> None:
    failure = failure_of(ZeroDivisionError("division by zero"))
    assert (failure.code, failure.exit_code) == ("internal_error", 1)
    assert "Traceback" not in json.dumps(failure.document())


@pytest.mark.parametrize(
    ("error", "code", "exit_code"),
    [
        (errors.AddressError("x", "why"), "address_error", 2),
        (errors.AmountError("why"), "amount_error", 2),
        (errors.ConnectError("ws://x", "why"), "connect_error", 3),
        (errors.DeadlineExceeded("ws://x", "why"), "deadline_exceeded", 3),
        (errors.ChainFileError("x", "why"), "chain_file_error", 3),
        (errors.WrongPassword("x", "why"), "wrong_password", 4),
        (errors.KeyFileExists("x", "why"), "key_file_exists", 4),
        (errors.TransactionRefused(1010, "Payment"), "transaction_refused", 1),
        (
            errors.DispatchError("Balances", "InsufficientBalance"),
            "Balances.InsufficientBalance",
            1,
        ),
        (errors.SearchStopped("why"), "search_stopped", 1),
        (KeyboardInterrupt(), "interrupted", 130),
    ],
)
def test_exit_codes_by_the_tree_of_errors(error: BaseException, code: str, exit_code: int) -> None:
    failure = failure_of(error)
    assert (failure.code, failure.exit_code) == (code, exit_code)


@pytest.mark.parametrize("words", ["--help", "wallet list --json", "--commands", "config get"])
def test_a_reader_that_goes_away_is_no_error(cli: Cli, words: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f"{' '.join(BTCLI)} {words} | true"],
        env=cli.variables,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""


def test_a_suggestion_is_a_likely_slip(cli: Cli) -> None:
    for words, meant in (
        (("stake", "remvoe"), "remove"),
        (("stake", "ad"), "add"),
        (("stakes", "add"), "stake"),
        (("wallet", "trasnfer"), "transfer"),
        (("wallet", "new_coldky"), "new-coldkey"),
    ):
        assert f"Did you mean {meant!r}?" in cli.inside(*words).err, words
    done = cli.inside("wallet", "zzz")
    assert done.exit_code == 2
    assert "Did you mean" not in done.err


def test_a_word_without_an_option_is_told_where_it_belongs(cli: Cli) -> None:
    for words, option in (
        (("wallet", "balance", "me"), "--wallet-name me"),
        (("subnets", "start", "1"), "--netuid 1"),
        (("wallet", "transfer", "bob"), "--destination bob"),
        (("wallet", "balance", ALICE), f"--ss58 {ALICE}"),
        (("config", "set", "network", "test"), "--network test"),
        (("stake", "add", "--netuid", "1", "-5"), "--amount 1.5"),
    ):
        done = cli.inside(*words, "--json")
        assert done.exit_code == 2
        assert option in done.error()["hint"] or "Missing option" in done.error()["message"], words


def test_no_mnemonic_at_all(cli: Cli) -> None:
    error = cli.inside("wallet", "regen-coldkey", "-w", "x", "--mnemonic", " ", "--json").error()
    assert "no mnemonic, seed or private key" in error["message"]


@pytest.mark.parametrize("words", [("--version",), ("-V",), ("-v",)])
def test_the_version(cli: Cli, words: tuple[str, ...]) -> None:
    assert cli(*words).out.startswith("btcli ")


def test_a_group_alone_shows_its_help(cli: Cli) -> None:
    for words in (("subnets",), ("s",), ("wallet", "help"), ("wallet", "--help")):
        done = cli(*words)
        assert done.exit_code == 0
        assert "Commands:" in done.out, words


def test_an_amount_of_nothing(cli: Cli) -> None:
    dest = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"
    done = cli.inside("wallet", "transfer", "--dest", dest, "--amount", "0", "--json")
    assert done.error()["message"] == "the amount must be above 0"


def test_a_destination_that_is_no_name(cli: Cli) -> None:
    done = cli.inside("wallet", "transfer", "--dest", "bob", "--amount", "1", "--json")
    assert "`btcli wallet list`" in done.error()["hint"]
