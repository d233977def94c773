"""A chain in memory that makes blocks only when asked."""

from __future__ import annotations

from tests.unit.local_node.dev.conftest import local

__all__ = ["local"]
