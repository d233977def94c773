"""The read-only state of one block, the head's or an older one's."""

from __future__ import annotations

from local_node.chain.block import BlockRef
from local_node.state.store import State, Store


class StateView(State):
    """The state of a known block; it does not change while the chain grows."""

    def __init__(self, store: Store, root: bytes, block: BlockRef) -> None:
        super().__init__(store, root)
        self.block = block
