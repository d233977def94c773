"""Remarks, and how the pool and a block refuse them."""

from __future__ import annotations

from typing import Any

from tests.unit.local_node.runtime.support import Node

REMARK = ("System", ("remark", {"remark": b"hello"}))


def invalid(reason: Any) -> tuple[str, Any]:
    return ("Err", ("Invalid", reason))


def refused(node: Node, extrinsic: bytes) -> Any:
    """The refusal of the pool, which must be that of a block too, and leave no trace there."""
    said = node.validate(extrinsic)
    node.begin()
    before = node.ext.state()
    assert node.apply(extrinsic) == said
    assert node.ext.state() == before
    return said
