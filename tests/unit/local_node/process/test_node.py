"""A node in this process: it has its file and its port, and gives both back."""

from __future__ import annotations

from pathlib import Path

import pytest

from btsdk import Client
from btsdk.errors import ChainFileError, ConnectError, UsageError
from local_node.embedded.chain_file import holder_of
from local_node.process.node import Node, NodeConfig
from tests.unit.local_node.dev.scaffolded import TEXT


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "dev.chain"


def config(path: Path, **values: object) -> NodeConfig:
    return NodeConfig(chain="dev", chain_file=path, port=0, **values)  # type: ignore[arg-type]


def test_it_serves_its_chain_until_it_is_stopped(path: Path) -> None:
    node = Node.start(config(path, log="here.log"))
    held = holder_of(path)
    assert held is not None
    assert (held.is_node, held.endpoint, held.log) == (True, node.endpoint, "here.log")
    with Client(node.endpoint, cache=False) as client:
        assert client.genesis_hash() == "0x" + node.chain.genesis_hash.hex()
    info = node.info()
    assert (info["chain"], info["endpoint"]) == ("dev", node.endpoint)
    assert info["accounts"][0]["secret"] == "//Alice"
    assert not node.wait(0)
    node.request_stop()
    assert node.wait(0)
    node.stop()
    assert holder_of(path) is None


def test_a_file_or_a_port_that_is_taken(path: Path, tmp_path: Path) -> None:
    node = Node.start(config(path))
    with pytest.raises(ChainFileError, match="is held by a node"):
        Node.start(config(path))
    other = tmp_path / "other.chain"
    taken = NodeConfig(chain="dev", chain_file=other, port=int(node.endpoint.rsplit(":", 1)[1]))
    with pytest.raises(ConnectError, match="cannot listen"):
        Node.start(taken)
    assert holder_of(other) is None
    node.stop()


def test_a_scaffold_that_cannot_be_read_opens_nothing(path: Path, tmp_path: Path) -> None:
    missing, binary = tmp_path / "missing.toml", tmp_path / "binary.toml"
    binary.write_bytes(b"\xff\xfe")
    for scaffold in (missing, binary):
        with pytest.raises(UsageError, match="cannot be read"):
            Node.start(config(path, scaffold=scaffold))
    assert not path.exists()


def test_a_scaffold_is_for_a_new_chain(path: Path, tmp_path: Path) -> None:
    scaffold = tmp_path / "scaffold.toml"
    scaffold.write_text(TEXT)
    with Client(chain_file=path, cache=False) as client:
        client.call("dev_newBlock")
    with pytest.raises(UsageError, match="this chain is at block 1"):
        Node.start(config(path, scaffold=scaffold))
    assert holder_of(path) is None
