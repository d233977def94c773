"""A node that begins with a scaffold."""

from __future__ import annotations

from pathlib import Path

import pytest

from btsdk import Client
from btsdk.errors import UsageError
from local_node.process.node import Node, NodeConfig

TEXT = """
[[subnets]]
owner = "//Alice"
[[subnets.neurons]]
count = 2
coldkey = "//Miner{n}"
hotkey = "//Miner{n}//hot"
"""


def test_the_scaffold_is_there_when_the_port_is(tmp_path: Path) -> None:
    scaffold = tmp_path / "mine.toml"
    scaffold.write_text(TEXT)
    config = NodeConfig(chain_file=tmp_path / "dev.chain", port=0, scaffold=scaffold)
    node = Node.start(config)
    try:
        with Client(node.endpoint, cache=False) as client:
            assert len(client.head().neurons(2)) == 3
    finally:
        node.stop()
    with pytest.raises(UsageError, match="this chain is at block"):
        Node.start(config)
    scaffold.write_text("subnet = 1")
    with pytest.raises(UsageError, match=r"mine\.toml"):
        Node.start(config)
