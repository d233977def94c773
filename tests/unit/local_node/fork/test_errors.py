"""What may be the matter with a remote."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from btsdk.errors import ConnectError
from chain_spec import chains
from local_node import Fork, LocalChain
from local_node.chain.modes import Manual
from local_node.fork.errors import RuntimeDiffers, StatePruned, UnknownRemoteBlock
from local_node.process.node import Node, NodeConfig
from tests.unit.local_node.fork.conftest import nobody_at, served
from tests.unit.local_node.fork.opening import start, unread
from tests.unit.local_node.fork.proxy import Proxy


def test_a_remote_that_is_not_there(path: Path) -> None:
    with served() as remote:
        endpoint = remote.endpoint
    for url in (endpoint, "http" + endpoint.removeprefix("ws")):
        with nobody_at(endpoint), pytest.raises(ConnectError):
            start(path, Fork(url))
        assert not path.exists()


@pytest.mark.parametrize("at", [10_000, "0x" + "ab" * 32])
def test_a_block_that_the_remote_does_not_know(
    remote: LocalChain, path: Path, at: int | str
) -> None:
    with pytest.raises(UnknownRemoteBlock, match=str(at)):
        start(path, Fork(remote.endpoint, at))


def test_a_block_whose_state_the_remote_has_pruned(tmp_path: Path, path: Path) -> None:
    spec = json.loads(chains.load("dev").text)
    spec["btsdk"]["blocks"]["keepStates"] = 3
    file = tmp_path / "short.json"
    file.write_text(json.dumps(spec))
    remote = Node.start(NodeConfig(str(file), tmp_path / "remote.chain", port=0))
    remote.chain.mode = Manual()
    for _ in range(8):
        remote.chain.author_block()
    with pytest.raises(StatePruned, match="pruned the state of block 2 ") as refused:
        start(path, Fork(remote.endpoint, 2))
    assert "archive" in str(refused.value.hint)
    fork = start(path, Fork(remote.endpoint))
    key, base = unread(fork.chain, remote.chain), fork.chain.best.number
    for _ in range(8):
        remote.chain.author_block()
    with pytest.raises(StatePruned, match=f"pruned the state of block {base} "):
        fork.chain.state().get(key)
    fork.stop()
    remote.stop()


def test_a_runtime_that_differs_is_refused_by_name(remote: LocalChain, path: Path) -> None:
    def newer(params: list[Any], answer: Any) -> Any:
        return {**answer, "specVersion": 999}

    with (
        Proxy(remote.endpoint, state_getRuntimeVersion=newer) as proxy,
        pytest.raises(RuntimeDiffers, match="its spec_version is 999") as refused,
    ):
        start(path, Fork(proxy.endpoint))
    assert refused.value.differences[0].startswith("its spec_version")
    assert "another release of btsdk" in str(refused.value.hint)
    assert not path.exists()
