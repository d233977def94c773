"""The inherents of `BlockBuilder`: their creation, and their check in a received block."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from local_node.runtime.executive.blocks import Blocks
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.pallet import Inherent

InherentData = dict[str, list[tuple[bytes, bytes]]]


class Inherents:
    """The part of `BlockBuilder` that makes and checks inherents."""

    def __init__(self, blocks: Blocks) -> None:
        self._blocks = blocks

    @cached_property
    def _inherents(self) -> dict[str, Inherent]:
        """The inherents by pallet."""
        hooks = self._blocks.assembly.hooks
        return {name: each.inherent for name, each in hooks.items() if each.inherent is not None}

    def inherent_extrinsics(self, ctx: Context, inherent: InherentData) -> list[bytes]:
        """The inherents of the block, in pallet order."""
        data = dict(inherent["data"])
        calls = [
            provider.create(ctx, data.get(provider.identifier))
            for provider in self._inherents.values()
        ]
        return [self._blocks.extrinsics.bare(call) for call in calls if call is not None]

    def check_inherents(
        self, ctx: Context, block: dict[str, Any], data: InherentData
    ) -> dict[str, Any]:
        """The errors of the block's inherents by identifier; every error is fatal."""
        material = dict(data["data"])
        errors: list[tuple[bytes, bytes]] = []
        for content in block["extrinsics"]:
            extrinsic = self._blocks.decode(content)
            if not self._blocks.is_inherent(extrinsic):
                continue
            pallet, (_, args) = extrinsic.call
            inherent = self._inherents[pallet]
            error = inherent.check(ctx, args, material.get(inherent.identifier))
            if error is not None:
                errors.append((inherent.identifier, error))
        return {"okay": not errors, "fatal_error": bool(errors), "errors": {"data": errors}}
