"""What the tests of this folder share."""

from __future__ import annotations

from tests.unit.local_node.runtime.support import Node

SLOT = 250


def set_time(node: Node, now: int) -> bytes:
    call = ("Timestamp", ("set", {"now": now}))
    return b"\x04" + node.executive.assembly.encode_call(call)
