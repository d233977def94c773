"""Control over one chain: the implementation of `dev_*` and `LocalChain`, with Python values.

Accounts are 32 bytes, amounts rao, times milliseconds since the Unix epoch. Each change of the
state makes an otherwise empty block, whose header records it (`chain/patch.py`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from btsdk.errors import BtError, UsageError
from btsdk.metadata import Metadata, decode_metadata
from local_node.chain.block import BlockRef
from local_node.chain.chain import Chain
from local_node.chain.moments import expect_times
from local_node.dev import balances, dumps
from local_node.dev.dry_runs import ControlDryRun, dry_run
from local_node.dev.epochs import advance_to_epoch
from local_node.dev.impersonation import extrinsic_for
from local_node.dev.settings import changes_of, raw_changes
from local_node.dev.snapshots import Snapshots


class Control:
    """The control of a chain, shared by all clients: snapshots are numbered across all of them."""

    def __init__(self, chain: Chain) -> None:
        self.chain = chain
        self.snapshots = Snapshots(chain)

    @property
    def metadata(self) -> Metadata:
        """The metadata of the best block's runtime."""
        return _decoded(self.chain.metadata())

    # Blocks

    def new_blocks(
        self,
        count: int = 1,
        transactions: Sequence[bytes] | None = None,
        height: int | None = None,
    ) -> BlockRef:
        """Make blocks now; returns the last.

        The first holds only `transactions` if they are given, otherwise the pool's; it has the
        number `height` if that is given, and may skip numbers. Listeners are called for each block
        before the next is made, and may submit extrinsics for it.
        """
        block = self.chain.author_block(
            transactions or (), only=transactions is not None, number=height
        )
        for _ in range(count - 1):
            block = self.chain.author_block()
        return block

    def set_head(self, number_or_hash: int | bytes) -> BlockRef:
        """Move the head to a block by number (negative: so many below the head) or hash, with the
        pool.

        Blocks above it stay on disk and can be reached by their hash. If none of them was final, it
        is a reorg: their extrinsics return to the pool.
        """
        self.chain.revert_to(self._hash_of(number_or_hash))
        return self.chain.best

    def finalize(self, number_or_hash: int | bytes | None = None) -> BlockRef:
        """Make a block of the best chain final with all below it, by default the best; returns the
        final block."""
        return self.chain.finalize(
            None if number_or_hash is None else self._hash_of(number_or_hash)
        )

    def _hash_of(self, number_or_hash: int | bytes) -> bytes:
        """The hash of a block of the best chain by number (negative: from the head), or any by its
        hash."""
        if isinstance(number_or_hash, bytes):
            return number_or_hash
        number = number_or_hash if number_or_hash >= 0 else self.chain.best.number + number_or_hash
        block_hash = self.chain.hash_at(number)
        if block_hash is None:
            raise UsageError(f"the best chain has no block {number_or_hash}")
        return block_hash

    def advance_to_epoch(self, netuid: int) -> BlockRef:
        """Make blocks until the subnet's next epoch has run; returns the block in which it did."""
        return advance_to_epoch(self.chain, self.metadata, netuid)

    def dry_run(self, extrinsic: bytes, at: bytes | None = None) -> ControlDryRun:
        """The effects of an extrinsic, if it were the next one."""
        return dry_run(self.chain, extrinsic, at)

    def dry_run_as(self, account: bytes, call: bytes, at: bytes | None = None) -> ControlDryRun:
        """The effects of a call, if it were the account's next extrinsic; no signature is
        needed."""
        with self.chain.held(), self.chain.impersonation.for_now([account]):
            return self.dry_run(self.extrinsic_for(account, call), at)

    # State

    def set_storage(self, values: Any) -> BlockRef:
        """Write storage, as raw pairs or by typed names (see `settings`); returns the block that
        has it."""
        with self.chain.held():
            state = self.chain.state()
            changes = raw_changes(values)  # without the metadata, since the runtime may be broken
            if changes is None:
                changes = changes_of(self.metadata, values, state.keys)
            return self.patch(changes)

    def patch(self, changes: Mapping[bytes, bytes | None]) -> BlockRef:
        """Write raw storage (None removes a key) in an otherwise empty block.

        Raises `UsageError` for a time or slot after which no block could follow.
        """
        expect_times(changes, self._slot_ms())
        return self.chain.author_block(only=True, patch=changes)

    def _slot_ms(self) -> int:
        """The duration of a slot; 1 if the runtime cannot tell."""
        try:
            return self.chain.slot_ms
        except BtError:
            return 1

    def set_balances(self, wanted: Mapping[bytes, int]) -> BlockRef:
        """Set the free balance of each account, in rao; issuance is adjusted."""
        with self.chain.held():
            return self.patch(balances.changes_for(self.metadata, self.chain.state(), wanted))

    def set_balance(self, account: bytes, amount: int) -> BlockRef:
        """Set an account's free balance, in rao."""
        return self.set_balances({account: amount})

    def faucet(self, account: bytes, amount: int) -> int:
        """Add rao to an account's balance, out of nothing; returns the new balance."""
        with self.chain.held():
            had = self.free(account)
            self.set_balance(account, had + amount)
            return had + amount

    def free(self, account: bytes) -> int:
        """An account's free balance in rao."""
        return balances.free(self.metadata, self.chain.state(), account)

    # Accounts

    def impersonate(self, account: bytes) -> None:
        """Accept the development signature for this account from now on."""
        held = self.chain.impersonation
        held.accounts = held.accounts | {account}

    def stop_impersonating(self, account: bytes | None = None) -> None:
        """Require real signatures again, of one account or (None) of all."""
        held = self.chain.impersonation
        held.accounts = frozenset() if account is None else held.accounts - {account}

    def extrinsic_for(self, account: bytes, call: bytes) -> bytes:
        """An extrinsic of an impersonated account, with its next nonce."""
        return extrinsic_for(self.chain, self.metadata, account, call)

    # Files

    def dump(self, first: int | None = None) -> dict[str, Any]:
        """The chain as a JSON document, whole or in parts; see `dumps.dump`."""
        return dumps.dump(self.chain, first)

    def load(self, document: Any) -> BlockRef:
        """Bring the chain to the head of a dump with the same genesis."""
        return dumps.load(self.chain, document)


@lru_cache(maxsize=4)
def _decoded(data: bytes) -> Metadata:
    """Cached: every copy of a chain has the same metadata, and decoding is slow."""
    return decode_metadata(data)
