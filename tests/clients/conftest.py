"""A node of its own for each test, and Node.js with the clients."""

from __future__ import annotations

import pytest

from tests.clients.environment import NodeJs, node_environment
from tests.peers.conftest import start_node

__all__ = ["start_node"]


@pytest.fixture(scope="session")
def node_js() -> NodeJs:
    return node_environment()
