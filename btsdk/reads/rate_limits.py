"""Rate limits of the chain: the first block in which an account may do a thing again.

Each read answers None if the next block already allows it.
"""

from __future__ import annotations

from typing import Any

from btsdk.descriptors.inputs import Account
from btsdk.integers import netuid_of
from btsdk.reads.weights import storage_index
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage_many
from btsdk.storage import subtensor

_SET_CHILDREN = 0
_SET_CHILDKEY_TAKE = 1
_SET_CHILDREN_BLOCKS = 150
"""Part of Subtensor's code; its metadata does not tell it."""


def weights_allowed_at(
    at: BlockContext, netuid: int, uid: int, mechanism: int = 0
) -> Program[int | None]:
    """When a neuron may set weights, or commit to weights, again."""
    updates, limit = yield from storage_many(
        at,
        [
            (subtensor.LastUpdate, (storage_index(netuid_of(netuid), mechanism),)),
            (subtensor.WeightsSetRateLimit, (netuid,)),
        ],
    )
    return _ends(at, updates[uid] if uid < len(updates) else 0, limit)


def network_allowed_at(at: BlockContext) -> Program[int | None]:
    """When a subnet may be created again, by any account."""
    last, limit, opens = yield from storage_many(
        at,
        [
            (subtensor.LastRateLimitedBlock, ("NetworkLastRegistered",)),
            (subtensor.NetworkRateLimit, ()),
            (subtensor.NetworkRegistrationStartBlock, ()),
        ],
    )
    ends = max(_ends(at, last, limit) or 0, opens)
    return ends if ends > at.number + 1 else None


def children_allowed_at(at: BlockContext, netuid: int, hotkey: Account) -> Program[int | None]:
    """When the children of a hotkey on a subnet may be set again."""
    key = (hotkey, netuid_of(netuid), _SET_CHILDREN)
    (last,) = yield from storage_many(at, [(subtensor.TransactionKeyLastBlock, key)])
    return _ends(at, last, _SET_CHILDREN_BLOCKS)


def childkey_take_allowed_at(at: BlockContext, netuid: int, hotkey: Account) -> Program[int | None]:
    """When the childkey take of a hotkey on a subnet may be set again."""
    key = (hotkey, netuid_of(netuid), _SET_CHILDKEY_TAKE)
    last, limit = yield from storage_many(
        at,
        [(subtensor.TransactionKeyLastBlock, key), (subtensor.TxChildkeyTakeRateLimit, ())],
    )
    return _ends(at, last, limit)


def transaction_allowed_at(at: BlockContext, coldkey: Account) -> Program[int | None]:
    """When a coldkey may swap a hotkey again: the chain's limit of such transactions."""
    named: Any = ("LastTxBlock", coldkey)
    last, limit = yield from storage_many(
        at, [(subtensor.LastRateLimitedBlock, (named,)), (subtensor.TxRateLimit, ())]
    )
    return _ends(at, last, limit + 1) if limit else None


def _ends(at: BlockContext, last: int, blocks: int) -> int | None:
    """The first block that is allowed; a last block of 0 means that there is none."""
    ends = last + blocks
    return ends if last and ends > at.number + 1 else None
