"""The console script: quick answers, and how an error ends it."""

from __future__ import annotations

import json

import pytest

from btcli.main import main, version
from tests.cli.running import Cli


@pytest.mark.parametrize("words", [["--version"], ["-V"], ["-v"]])
def test_the_version(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    assert main(words) == 0
    assert capsys.readouterr().out.strip() == version()
    assert version().startswith("btcli ")


def test_nothing_asked_is_wrong_usage(cli: Cli) -> None:
    done = cli.inside()
    assert (done.exit_code, done.out) == (2, "")
    assert done.err.startswith("Usage: btcli ")


@pytest.mark.parametrize(
    ("words", "is_json"),
    [
        (["wallet", "lst", "--json-output"], True),
        (["wallet", "lst", "--json"], True),
        (["wallet", "lst", "--json_out"], True),
        (["wallet", "lst"], False),
        (["wallet", "lst", "--", "--json"], False),
        (["wallet", "regen-coldkey", "--no-such", "--json", "key.json"], False),
        (["wallet", "regen-coldkey", "--no-such", "--json"], True),
        (["wallet", "regen-coldkey", "--no-such", "--json", "key.json", "--json-output"], True),
    ],
)
def test_a_mistake_is_told_in_the_form_that_was_asked_for(
    cli: Cli, words: list[str], is_json: bool
) -> None:
    done = cli.inside(*words)
    assert done.exit_code == 2
    if is_json:
        assert json.loads(done.out)["success"] is False
        assert done.err == ""
    else:
        assert done.out == ""
        assert done.err.startswith("Error: ")


def test_debug_shows_where(cli: Cli) -> None:
    words = ("wallet", "list", "-w", "nobody")
    assert "Traceback" not in cli.inside(*words).err
    shown = cli.inside(*words, "--debug")
    assert "  Traceback" in shown.err
    assert shown.exit_code == 4
