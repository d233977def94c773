"""`btcli wallet remove`."""

from __future__ import annotations

from tests.cli.running import Cli


def test_nothing_is_removed_without_its_name(cli: Cli) -> None:
    cli.inside("wallet", "create", "--no-use-password", "--json").data()
    unnamed = cli.inside("wallet", "remove", "-y", "--json")
    assert (unnamed.exit_code, unnamed.error()["code"]) == (2, "usage_error")
    assert cli.inside("wallet", "remove", "-w", "default", "--use-hotkey", "-y").exit_code == 2
    assert cli.inside("wallet", "remove", "-w", "default", stdin="other\n").exit_code == 1
    assert cli.inside("wallet", "remove", "-w", "default", "--no").exit_code == 1
    unsaid = cli.inside("wallet", "remove", "-w", "default", "--json")
    assert unsaid.error()["code"] == "needs_confirmation"
    assert len(cli.inside("wallet", "list", "--json").data()["wallets"]) == 1


def test_keys_are_removed_when_their_name_is_typed(cli: Cli) -> None:
    cli.inside("wallet", "create", "--no-use-password", "--json").data()
    hotkey = ("wallet", "remove", "-w", "default", "-H", "default", "--use-hotkey")
    assert cli.inside(*hotkey, stdin="default\n").exit_code == 0
    (wallet,) = cli.inside("wallet", "list", "--json").data()["wallets"]
    assert wallet["hotkeys"] == []
    assert cli.inside(*hotkey, "-y").exit_code == 4
    assert cli.inside("wallet", "remove", "-w", "default", stdin="default\n").exit_code == 0
    assert cli.inside("wallet", "list", "--json").data()["wallets"] == []
    assert cli.inside("wallet", "remove", "-w", "default", "-y").exit_code == 4
