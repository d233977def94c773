"""Starting forks in files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from local_node import Fork
from local_node.chain.chain import Chain
from local_node.process.node import Node, NodeConfig
from local_node.state.trie import MissingNode, Trie


def start(path: Path, fork: Fork | None = None, **named: Any) -> Node:
    return Node.start(NodeConfig(chain_file=path, port=0, fork=fork, **named))


def unread(fork: Chain, remote: Chain) -> bytes:
    """A key of the remote that the fork has not read yet."""
    trie, root = fork.store.trie, fork.state().root
    for key in remote.state().keys():  # noqa: SIM118 - no dictionary
        try:
            Trie.get(trie, root, key)
        except MissingNode:
            return key
    raise AssertionError("everything has been read")
