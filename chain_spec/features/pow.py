"""Registration by a proof of work that names subnet, block, hotkey and coldkey; it burns nothing.

The storage item keeps the block of a hotkey's last proof: a later proof must be of a later block.
All errors that the call needs are in the base.
"""

from __future__ import annotations

from chain_spec.declare import Call, Map, Pallet, blake2_128_concat
from chain_spec.types import ByteArray, u64
from chain_spec.types.labels import AccountId
from chain_spec.types.substrate import AccountId32
from chain_spec.types.units import NetUid


class storage:
    LastPowRegistrationBlock = Map(blake2_128_concat(AccountId32), u64, optional=True)


class calls:
    pow_register = Call(
        240, netuid=NetUid, work_block=u64, nonce=u64, work=ByteArray(32), hotkey=AccountId
    )


PARTS = (Pallet("SubtensorModule", 7, crate="pallet_subtensor", storage=storage, calls=calls),)
