"""What the tests of this folder share."""

from __future__ import annotations

from typing import Any

from local_node.runtime.frame import Context, Origin


def call(ctx: Context, origin: Origin, name: str, /, **args: Any) -> None:
    ctx.dispatch(("Swap", (name, args)), origin)
