"""The state of one block, read-only, whether it is the head or long past."""

from __future__ import annotations

from local_node.chain.block import BlockRef
from local_node.state.store import State, Store


class StateView(State):
    """A state that knows which block it belongs to; it stays what it is while the chain grows."""

    def __init__(self, store: Store, root: bytes, block: BlockRef) -> None:
        super().__init__(store, root)
        self.block = block
