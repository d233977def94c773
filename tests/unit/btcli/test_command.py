"""The decorator of commands: shared options, hidden options, errors."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Annotated, Any, TypedDict

import pytest
import typer

from btcli import options, trade_options
from btcli.command import command
from btcli.context import Context
from btcli.failures import Interrupted
from btcli.output import Failure, Output, Result
from btsdk.errors import AmountError, UsageError
from btsdk.keys import Keypair
from btsdk.wallet import Wallet
from tests.cli.running import Cli


def run(context: Context, count: int = 1, wanted: str = "") -> Result | None:
    """Fails as `wanted` says, or reports its count."""
    if wanted == "interrupted":
        raise KeyboardInterrupt
    if wanted == "unanswered":
        raise EOFError
    failure = Failure("parts_failed", "1 of 2 failed", None, 7) if wanted == "failed" else None
    return None if wanted == "nothing" else Result({"count": count}, failure=failure)


class CountData(TypedDict):
    count: int


def made(*sets: Callable[..., None], of: Callable[..., Any] = run) -> Any:
    """A command, as Typer calls it."""
    return command(*sets, data=CountData)(of)


def call(invoke: Any, wallets: Path, root: Output | None = None, **values: Any) -> None:
    """Call a command with the defaults of its options."""
    parameters = list(inspect.signature(invoke).parameters.values())[1:]
    usual = {one.name: one.default for one in parameters}
    ctx = SimpleNamespace(obj=root)
    invoke(ctx, **{**usual, "wallet_path": str(wallets), **values})


def spellings(invoke: Any, *, hidden: bool) -> dict[str, set[str]]:
    """The spellings of the options that help shows, or hides."""
    app = typer.Typer(add_completion=False)
    app.command()(invoke)
    params: list[Any] = typer.main.get_command(app).params  # type: ignore[attr-defined]
    options = [one for one in params if one.param_type_name == "option" and one.name != "help"]
    return {str(one.name): set(one.opts) for one in options if one.hidden is hidden}


def test_shared_options_stand_behind_its_own() -> None:
    invoke = made(options.output, options.wallet_name)
    names = list(inspect.signature(invoke).parameters)
    assert names[:3] == ["ctx", "count", "wanted"]
    shown, hidden = (spellings(invoke, hidden=choice) for choice in (False, True))
    assert {"count", "wanted", "json_output", "wallet_name"} <= set(shown)
    assert {"network", "no_prompt", "wallet_path", "hotkey"} <= set(hidden)
    assert set(shown) & set(hidden) == set()
    assert invoke.data is CountData


def test_a_hidden_option_gives_way_to_the_commands_own_spellings() -> None:
    def counting(
        context: Context, words: Annotated[str, typer.Option("--words", "-w")] = ""
    ) -> None: ...

    invoke = made(options.output, of=counting)
    assert spellings(invoke, hidden=False)["words"] == {"--words", "-w"}
    left = spellings(invoke, hidden=True)["wallet_name"]
    assert "--wallet-name" in left
    assert "-w" not in left


def test_the_result_is_shown_in_the_form_that_was_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call(made(options.output), tmp_path, count=3, json_output=True)
    assert json.loads(capsys.readouterr().out)["data"] == {"count": 3}
    call(made(options.output), tmp_path, wanted="nothing", json_output=True)
    assert capsys.readouterr().out == ""


def test_a_result_that_failed_in_part_ends_it_with_its_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(typer.Exit) as ended:
        call(made(options.output), tmp_path, wanted="failed", json_output=True)
    assert json.loads(capsys.readouterr().out)["data"] == {"count": 1}
    assert ended.value.exit_code == 7


@pytest.mark.parametrize("wanted", ["interrupted", "unanswered"])
def test_no_answer_interrupts_it(tmp_path: Path, wanted: str) -> None:
    with pytest.raises(Interrupted):
        call(made(options.output), tmp_path, wanted=wanted)


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"tip": "x"}, AmountError),
        ({"tolerance": "7"}, UsageError),
        ({"announce_only": True}, UsageError),
    ],
)
def test_shared_options_are_checked_first(
    tmp_path: Path, values: dict[str, Any], error: type[Exception]
) -> None:
    def never(context: Context) -> None:
        raise AssertionError("the options are wrong")

    invoke = made(*options.TRANSACTING, trade_options.slippage, of=never)
    with pytest.raises(error):
        call(invoke, tmp_path, **values)


def test_a_network_before_the_command_is_that_of_the_command(tmp_path: Path) -> None:
    found: list[str | None] = []

    def seen(context: Context) -> None:
        found.append(context.choices.network)

    invoke = made(*options.READING, of=seen)
    call(invoke, tmp_path, Output(network="test"))
    call(invoke, tmp_path, Output(network="test"), network="finney")
    assert found == ["test", "finney"]


def test_a_wallet_that_is_missing_is_told_with_those_that_are_there(cli: Cli) -> None:
    for name in ("me", "you"):
        Wallet(name, path=cli.wallets).regenerate_coldkey(Keypair.generate(), None)
    for words in (("wallet", "balance"), ("stake", "list"), ("wallet", "sign", "-m", "x")):
        error = cli.inside(*words, "--json").error()
        assert error["code"] == "key_file_missing", words
        assert "me, you" in error["hint"]
        assert "--wallet-name" in error["hint"]
    alone = Cli(cli.home / "empty").inside("wallet", "balance", "--json").error()
    assert "btcli wallet create" in alone["hint"]
