"""The chain of a node in the background, found by its file."""

from __future__ import annotations

from tests.cli.running import Cli


def test_other_commands_reach_it(node: Cli) -> None:
    endpoint = node.inside("node", "status", "--json").data()["endpoint"]
    by_file = node.inside("subnets", "burn-cost", "--json").json()
    by_endpoint = node.inside("subnets", "burn-cost", "--network", endpoint, "--json").json()
    assert by_file["genesis_hash"] == by_endpoint["genesis_hash"]
    assert by_endpoint["network"] == endpoint


def test_a_second_node_on_the_file_is_refused(node: Cli) -> None:
    for words in (("start",), ("start", "--daemon"), ("reset", "--no-prompt")):
        done = node.inside("node", *words, "--json")
        assert done.exit_code == 3
        assert done.error()["code"] == "chain_file_error"
        assert "pid" in done.error()["message"]
        assert "node stop" in done.error()["hint"]
