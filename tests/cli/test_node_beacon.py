"""`btcli node start --beacon`: a chain in a node process that reveals sealed weights."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from btsdk import Client
from btsdk.storage import drand
from local_node.embedded.chain_file import Holder, holder_of
from tests.cli.running import Cli
from tests.conformance.client.test_sealed_weights import is_revealed, prepare


@contextlib.contextmanager
def daemon(cli: Cli, *words: str) -> Iterator[Holder]:
    """A node in the background, which is stopped at the end."""
    cli("node", "start", "-d", "--port", "0", *words, "--json").data()
    holder = holder_of(cli.chain_file)
    assert holder is not None
    try:
        yield holder
    finally:
        cli("node", "stop")


def has_beacon(holder: Holder) -> bool:
    with Client(holder.endpoint, cache=False) as client:
        return client.call("dev_nodeInfo")["beacon"] is True


def test_fast_reveals_with_it_in_the_background(cli: Cli) -> None:
    with daemon(cli, "--chain", "fast", "--beacon") as holder:
        assert holder.chain == "fast"
        with Client(holder.endpoint, cache=False) as client:
            client.call("dev_setBlockBuildMode", "Instant")
            plan = prepare(client)
            assert plan.preview.warnings == ()
            client.submit(plan)
            assert is_revealed(client)
            assert client.head().storage(drand.LastStoredRound) > 0
    # The chain remembers it.
    with daemon(cli, "--chain", "fast") as holder:
        assert has_beacon(holder)


def test_fast_warns_without_it(cli: Cli) -> None:
    with daemon(cli, "--chain", "fast") as holder:
        assert not has_beacon(holder)
        with Client(holder.endpoint, cache=False) as client:
            client.call("dev_setBlockBuildMode", "Instant")
            [warning] = prepare(client).preview.warnings
    assert "does not reveal sealed weights" in warning
    assert "--fresh --beacon" in warning


@pytest.mark.parametrize("words", [(), ("-d",)])
def test_a_chain_that_exists_is_not_changed_by_it(cli: Cli, words: tuple[str, ...]) -> None:
    with daemon(cli, "--chain", "fast"):
        pass
    start = ("node", "start", "--port", "0", "--chain", "fast", "--beacon", *words)
    done = cli(*start)
    assert done.exit_code == 3
    assert "without the development beacon" in done.err
    assert "start again with --fresh, which deletes it" in " ".join(done.err.split())
    assert holder_of(cli.chain_file) is None
    with daemon(cli, "--chain", "fast", "--beacon", "--fresh") as holder:
        assert has_beacon(holder)


def test_it_has_no_place_beside_a_fork_or_a_compiled_runtime(cli: Cli, tmp_path: Path) -> None:
    runtime = tmp_path / "runtime.wasm"
    runtime.write_bytes(b"\0asm")
    with_runtime = cli("node", "start", "--port", "0", "--beacon", "--runtime", str(runtime))
    assert with_runtime.exit_code == 2
    assert "--beacon needs the bundled runtime" in with_runtime.err
    with_fork = cli("node", "start", "--port", "0", "--beacon", "--fork", "ws://127.0.0.1:1")
    assert with_fork.exit_code == 2
    assert "chain and beacon" in with_fork.err
