"""One node whose entry points are called."""

from __future__ import annotations

from tests.unit.local_node.runtime.support import Node

NODE = Node()
