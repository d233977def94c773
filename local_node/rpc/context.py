"""The context of every method: the chain, and the identity of the node."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from btsdk.errors import BtError
from btsdk.frozen import Frozen
from local_node.chain.chain import Chain
from local_node.chain.errors import StateDiscarded, UnknownBlock
from local_node.chain.view import StateView
from local_node.rpc.errors import SERVER_ERROR, STATE_ERROR, RpcFailure
from local_node.rpc.limits import Limits, Making

if TYPE_CHECKING:
    from local_node.dev.control import Control
    from local_node.explorer.explorer import Explorer

NODE_NAME = "btsdk local node"


class NodeIdentity(Frozen):
    """The node's identity for `system_*`, which is not part of the chain."""

    name: str = NODE_NAME
    chain_name: str = "Development"
    chain_type: str = "Development"
    properties: Mapping[str, Any] = {}


class Rpc(Frozen):
    """The first argument of each method."""

    chain: Chain
    identity: NodeIdentity
    limits: Limits = Limits()

    @cached_property
    def making(self) -> Making:
        """The answers under construction, of all clients."""
        return Making(self.limits)

    @cached_property
    def control(self) -> Control:
        """The implementation of `dev_*`; one for all clients, so that they share its snapshots."""
        # Few processes use it, and importing it takes time.
        from local_node.dev.control import Control  # noqa: PLC0415

        return Control(self.chain)

    @cached_property
    def explorer(self) -> Explorer:
        """The implementation of `explorer_*`; one for all clients, so that they share its
        caches."""
        from local_node.explorer.explorer import Explorer  # noqa: PLC0415  # as above

        return Explorer(self.chain)

    def state(self, block_hash: bytes | None) -> StateView:
        """A block's state, by default the best; raises Substrate's error if it is not available."""
        try:
            return self.chain.state(block_hash)
        except (UnknownBlock, StateDiscarded) as error:
            raise state_failure(error) from error


def state_failure(error: BtError) -> RpcFailure:
    """The error of `state_*` methods for an unknown block, or one whose state was pruned."""
    if isinstance(error, UnknownBlock):
        text = f"Client error: UnknownBlock: Header was not found in the database: {error}"
    else:
        text = f"Client error: Api called for an unknown Block: {error}"
    return RpcFailure(STATE_ERROR, text)


def client_failure(error: BtError) -> RpcFailure:
    """The error of other methods for such a block."""
    return RpcFailure(SERVER_ERROR, f"Client error: {error}")
