"""What every method gets: the chain, and what the node says of itself."""

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
    """What `system_*` answers that no chain knows."""

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
        """The answers in the making, of all clients."""
        return Making(self.limits)

    @cached_property
    def control(self) -> Control:
        """What `dev_*` does; one for all clients, so that they share its snapshots."""
        # Few processes ask for it, and all would wait for it.
        from local_node.dev.control import Control  # noqa: PLC0415

        return Control(self.chain)

    @cached_property
    def explorer(self) -> Explorer:
        """What `explorer_*` answers from; one for all clients, so that they share its caches."""
        from local_node.explorer.explorer import Explorer  # noqa: PLC0415  # as above

        return Explorer(self.chain)

    def state(self, block_hash: bytes | None) -> StateView:
        """A block's state, by default the best; Substrate's error where it cannot be had."""
        try:
            return self.chain.state(block_hash)
        except (UnknownBlock, StateDiscarded) as error:
            raise state_failure(error) from error


def state_failure(error: BtError) -> RpcFailure:
    """What `state_*` methods answer about a block that is unknown, or whose state is gone."""
    if isinstance(error, UnknownBlock):
        text = f"Client error: UnknownBlock: Header was not found in the database: {error}"
    else:
        text = f"Client error: Api called for an unknown Block: {error}"
    return RpcFailure(STATE_ERROR, text)


def client_failure(error: BtError) -> RpcFailure:
    """What other methods answer about such a block."""
    return RpcFailure(SERVER_ERROR, f"Client error: {error}")
