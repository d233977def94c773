"""The chain of the explorer over JSON-RPC."""

from __future__ import annotations

from tests.unit.local_node.rpc.conftest import chain, node

__all__ = ["chain", "node"]
