"""Calls of SafeMode, and what they leave."""

from __future__ import annotations

from typing import Any

from chain_spec.pallets import safe_mode as declared
from tests.unit.local_node.runtime.support import Node

errors = declared.errors


def call(name: str, **args: Any) -> Any:
    return ("SafeMode", (name, args) if args else name)


def entered_until(node: Node) -> int | None:
    return node.context().get(declared.storage.EnteredUntil)
