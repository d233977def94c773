"""`btcli subnets show`."""

from __future__ import annotations

from tests.cli.running import Cli


def test_no_such_subnet(funded: Cli) -> None:
    done = funded.inside("subnets", "show", "--netuid", "999", "--json")
    assert (done.exit_code, done.error()["code"]) == (1, "not_found")


def test_a_narrow_terminal_leaves_columns_away_or_stacks_rows(funded: Cli) -> None:
    for columns, wanted, unwanted in (
        (200, "coldkey", "zzz"),
        (115, "─", "coldkey"),
        (60, "hotkey", "─"),
    ):
        words = ("subnets", "show", "--netuid", "1")
        with funded.terminal(*words, COLUMNS=str(columns)) as terminal:
            _, shown = terminal.end()
        table = shown[shown.index("proof of work") :]
        assert wanted in table
        assert unwanted not in table
        assert "5Dt9sidKJJxfvznECukm6ptHMWP7AykqkooeZijhDfBQFDqe" in table
