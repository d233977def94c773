"""A fork of a node that runs the runtime which Subtensor published in a raw chain spec.

`BTSDK_RAW_SPEC` names the spec (`scripts/specs/raonet.json` of the public Subtensor repository,
spec version 218), which is not part of this project.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from btsdk.client import Client
from btsdk.keys import Keypair
from btsdk.ops import Transfer
from btsdk.units import Tao
from local_node import Fork
from local_node.chain.modes import Manual
from local_node.fork.errors import RuntimeDiffers
from local_node.process.node import Node, NodeConfig
from tests.runtimes import NEEDS_RAW_SPEC, RAW_SPEC, UNVERIFIED
from tests.unit.local_node.fork.test_forks import STRANGER
from tests.unit.local_node.runtime.wasm.test_raw_spec import endow

ALICE = Keypair.from_uri("//Alice")

pytestmark = list(NEEDS_RAW_SPEC)


@pytest.fixture(scope="module")
def remote(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Node]:
    folder = tmp_path_factory.mktemp("remote")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        node = Node.start(NodeConfig(RAW_SPEC, folder / "raw.chain", port=0))
        try:
            with Client(node.endpoint, cache=False, timeout=120) as client:
                endow(client)
            node.chain.mode = Manual()
            node.chain.author_block()
            yield node
        finally:
            node.stop()


def test_the_runtime_of_the_remote_goes_on_as_the_remote_does(remote: Node, tmp_path: Path) -> None:
    config = NodeConfig(
        chain_file=tmp_path / "fork.chain", port=0, fork=Fork(remote.endpoint, remote_runtime=True)
    )
    fork = Node.start(config)
    assert fork.chain.is_compiled
    base = remote.chain.best
    with Client(fork.endpoint, cache=False, timeout=120) as client:
        for amount in (1, 2, 3):
            client.execute(Transfer(STRANGER, Tao.from_rao(amount * 10**9)), ALICE, **UNVERIFIED)
        assert client.head().balance(STRANGER).free == Tao.parse("6")
    assert fork.chain.check(execute=True) == []
    with Client(remote.endpoint, cache=False, timeout=120) as client:
        client.send(client.prepare(Transfer(STRANGER, Tao.parse("4")), ALICE, **UNVERIFIED))
    for _ in range(4):
        remote.chain.author_block()
    fork.chain.revert_to(base.hash)
    for number in remote.chain.numbers(base.number + 1):
        name = remote.chain.hash_at(number)
        block = None if name is None else remote.chain.block(name)
        assert block is not None
        fork.chain.import_block(block)  # raises where the root is another
    assert fork.chain.state().root == remote.chain.state().root
    fork.stop()
    again = Node.start(config)
    assert again.chain.best == remote.chain.best
    assert again.chain.author_block().number == remote.chain.best.number + 1
    again.stop()


def test_the_bundled_runtime_refuses_it(remote: Node, tmp_path: Path) -> None:
    with pytest.raises(RuntimeDiffers, match="its spec_version is 218") as refused:
        Node.start(NodeConfig(chain_file=tmp_path / "f.chain", port=0, fork=Fork(remote.endpoint)))
    assert any("SubtensorModule" in each for each in refused.value.differences)
    assert "--runtime remote" in str(refused.value.hint)
