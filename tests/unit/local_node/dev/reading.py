"""What the tests of the control read."""

from __future__ import annotations

from typing import Any

from local_node.dev.control import Control

TAO = 10**9


def read(control: Control, pallet: str, item: str, *keys: object) -> Any:
    declared = control.metadata.storage(pallet, item)
    return declared.decode(control.chain.state().get(declared.key(*keys)))
