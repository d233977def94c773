"""`btcli config get`."""

from __future__ import annotations

from tests.cli.running import Cli

GET = ("config", "get", "--json-output")


def test_all_settings_with_where_they_come_from(cli: Cli) -> None:
    (cli.home / "config.json").write_text('{"tolerance": "0.2"}')
    data = cli.inside(*GET).data()
    assert data["values"]["tolerance"] == "0.2"
    assert data["values"]["network"] == "local"
    assert data["sources"]["network"] == "default"
    assert data["sources"]["wallet_path"] == "$BTSDK_WALLET_PATH"
    assert data["path"] == str(cli.home / "config.json")


def test_some_of_them_by_either_spelling(cli: Cli) -> None:
    data = cli.inside(*GET, "safe-staking", "wallet_name").data()
    assert data["values"] == {"safe_staking": True, "wallet_name": "default"}
    shown = cli.inside("config", "get", "safe_staking").out
    assert [line.split() for line in shown.splitlines()[1:]] == [
        ["setting", "value", "source"],
        ["safe-staking", "yes", "default"],
    ]


def test_what_is_no_setting(cli: Cli) -> None:
    error = cli.inside(*GET, "colour").error()
    assert error["message"] == "unknown setting 'colour'"
    assert "safe-staking" in error["hint"]
