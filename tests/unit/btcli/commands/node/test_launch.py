"""`btcli node start --fork`: forks of a running node, in the background, and refused."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from local_node import LocalChain
from tests.cli.running import Cli
from tests.unit.btcli.commands.node.node_process import line_with, node
from tests.unit.local_node.fork.conftest import nobody_at


@pytest.fixture
def remote() -> Iterator[LocalChain]:
    with LocalChain() as chain:
        chain.advance(3)
        chain.serve()
        yield chain


@pytest.fixture
def file(tmp_path: Path) -> str:
    return str(tmp_path / "fork.chain")


def test_a_fork_in_the_background_and_again_by_its_file(
    cli: Cli, remote: LocalChain, file: str
) -> None:
    words = ("--fork", remote.endpoint, "--at", "2", "--prefetch", "Balances")
    start = ("node", "start", "-d", "--port", "0", "--chain-file", file, "--json")
    assert cli(*start, *words).data()["running"]
    name = remote.chain.hash_at(2)
    assert name is not None
    fork = {
        "url": remote.endpoint,
        "block": {"hash": "0x" + name.hex(), "number": 2},
        "genesis": "0x" + remote.chain.genesis_hash.hex(),
        "roots": "remote",
    }
    data = cli("node", "status", "--chain-file", file, "--json").data()
    assert (data["fork"], data["block"]) == (fork, 2)
    shown = cli("node", "status", "--chain-file", file).out
    assert f"block 2 of {remote.endpoint}" in shown
    assert cli("node", "advance", "--chain-file", file, "--json").data()["block"] == 3
    cli("node", "stop", "--chain-file", file, "--json").data()
    remote.close()
    assert cli(*start).data()["running"]
    data = cli("node", "status", "--chain-file", file, "--json").data()
    assert (data["fork"], data["block"]) == (fork, 3)
    cli("node", "stop", "--chain-file", file, "--json").data()
    assert cli("node", "check", "--chain-file", file, "--json").data()["executed"] == 1


def test_a_fork_in_the_foreground_says_what_it_is(cli: Cli, remote: LocalChain, file: str) -> None:
    with node(cli, "--fork", remote.endpoint, "--chain-file", file) as process:
        assert f"block 3 of {remote.endpoint}" in line_with(process.stdout, "fork of")
        process.terminate()
        process.communicate(timeout=60)
    assert process.returncode == 0


@pytest.mark.parametrize("daemon", [(), ("-d",)])
def test_a_network_that_is_not_there(
    cli: Cli, remote: LocalChain, file: str, daemon: tuple[str, ...]
) -> None:
    endpoint = remote.endpoint
    remote.close()
    with nobody_at(endpoint):
        done = cli("node", "start", *daemon, "--fork", endpoint, "--chain-file", file, "--json")
    assert (done.exit_code, done.error()["code"]) == (3, "connect_error")
    assert not Path(file).exists()


def test_a_block_that_is_not_there(cli: Cli, remote: LocalChain, file: str) -> None:
    words = ("--fork", remote.endpoint, "--at", "77", "--chain-file", file, "--json")
    done = cli("node", "start", *words)
    assert (done.exit_code, done.error()["code"]) == (2, "unknown_remote_block")
    assert "77" in done.error()["message"]


@pytest.mark.parametrize(
    "words", [("--at", "3"), ("--prefetch", "Balances"), ("--runtime", "remote")]
)
def test_what_is_said_of_no_fork(cli: Cli, words: tuple[str, ...]) -> None:
    done = cli("node", "start", *words, "--json")
    assert done.exit_code == 2
    assert "requires --fork" in done.error()["message"]


def test_a_file_of_another_chain(cli: Cli, remote: LocalChain, tmp_path: Path) -> None:
    cli("node", "advance", "--json").data()
    done = cli("node", "start", "--fork", remote.endpoint, "--json")
    assert (done.exit_code, done.error()["code"]) == (3, "chain_file_error")
    assert json.loads(cli("node", "status", "--json").out)["data"]["fork"] is None
