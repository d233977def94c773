"""Calls of System, and how they went."""

from __future__ import annotations

from typing import Any

from tests.unit.local_node.runtime.support import ALICE, Node

DONE = ("Ok", ("Ok", ()))


def call(name: str, **args: Any) -> Any:
    return ("System", (name, args))


def as_root(node: Node, inner: Any) -> Any:
    """The outcome of a call by root."""
    node.block(node.sign(ALICE, ("Sudo", ("sudo", {"call": inner}))))
    return next(fields for _, name, fields in node.events() if name == "Sudid")["sudo_result"]


def error(index: int) -> Any:
    return ("Err", ("Module", {"index": 0, "error": bytes((index, 0, 0, 0))}))
