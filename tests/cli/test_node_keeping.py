"""What a chain file is told at the start of a node, and keeps to: its states, and its finality."""

from __future__ import annotations

import pytest

from local_node.state.store import Store
from tests.cli.running import Cli
from tests.cli.test_node_running import line_with, node


def kept(cli: Cli) -> list[bool]:
    """Of each block on the chain, whether its state is there."""
    store = Store(cli.chain_file)
    hashes = [store.hash_at(number) for number in store.numbers()]
    found = [store.state_root(block or b"") is not None for block in hashes]
    store.close()
    return found


def test_finality_lags_also_when_the_node_has_ended(cli: Cli) -> None:
    cli("node", "start", "-d", "--port", "0", "--finality-lag", "3", "--json").data()
    try:
        cli("node", "advance", "5", "--json").data()
        running = cli("node", "status", "--json").data()
    finally:
        cli("node", "stop")
    assert (running["running"], running["finality_lag"]) == (True, 3)
    status = cli.inside("node", "status", "--json").data()
    assert status["running"] is False
    assert status["block"] - status["finalized"] in (3, 4)  # one may come between two questions
    assert ", 3 behind the best block" in cli.inside("node", "status").out


def test_states_are_kept_from_then_on_as_was_said(cli: Cli) -> None:
    cli.inside("node", "advance", "12", "--json").data()
    assert all(kept(cli))
    with node(cli, "--state-pruning", "4") as process:
        said = line_with(process.stdout, "newest 4 states")
        assert said.startswith(
            "From now on the newest 4 states are kept, and older ones were pruned;"
        )
    assert sum(kept(cli)) == 4
    cli.inside("node", "advance", "6", "--json").data()
    assert sum(kept(cli)) == 4
    with node(cli, "--keep-states", "archive", "--finality-lag", "2") as process:
        assert "2 behind the best block" in line_with(process.stdout, "finality")
        said = line_with(process.stdout, "Every state")
        assert said == "Every state is kept from now on; pruned states are not restored.\n"
    cli.inside("node", "advance", "6", "--json").data()
    assert sum(kept(cli)) >= 10
    assert cli.inside("node", "check", "--json").data()["reason"] is None


@pytest.mark.parametrize("wrong", ["0", "-1", "many", "1.5", ""])
def test_what_cannot_be_kept(cli: Cli, wrong: str) -> None:
    done = cli("node", "start", "-d", "--port", "0", f"--keep-states={wrong}", "--json")
    assert done.exit_code == 2
    assert "takes a number above 0 or all" in done.error()["message"]
    assert not cli.chain_file.exists()
