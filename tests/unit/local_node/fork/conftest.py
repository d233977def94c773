"""A node to fork: a scaffolded chain, served on a port."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from local_node import LocalChain
from local_node.dev.scaffold import read_scaffold

SCAFFOLD = """
[[accounts]]
name = "alice"
secret = "//Alice"
balance = "5000"

[[subnets]]
netuid = 1
owner = "alice"
settings = { Tempo = 5 }

[[subnets.neurons]]
count = 4
coldkey = "//Miner{n}"
hotkey = "//Miner{n}//{subnet}"
stake = "20"
weights = "equal"
"""


@pytest.fixture(scope="module")
def remote() -> Iterator[LocalChain]:
    """A chain with a subnet at work, some blocks old. Its blocks come when a test wants them."""
    with LocalChain(scaffold=read_scaffold(SCAFFOLD)) as chain:
        chain.advance(3)
        chain.serve()
        yield chain


@contextmanager
def served(**named: Any) -> Iterator[LocalChain]:
    """A chain of one's own to fork, which may go away."""
    with LocalChain(**named) as chain:
        chain.serve()
        yield chain


@contextmanager
def nobody_at(endpoint: str) -> Iterator[int]:
    """A port that was just given up, kept from other programs until somebody listens there."""
    port = int(endpoint.rsplit(":", 1)[1])
    with socket.socket() as placeholder:
        placeholder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        placeholder.bind(("127.0.0.1", port))
        yield port


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "fork.chain"


@pytest.fixture
def fork(remote: LocalChain) -> Iterator[LocalChain]:
    with LocalChain(fork=remote.endpoint) as chain:
        yield chain
