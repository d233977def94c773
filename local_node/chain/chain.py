"""The chain: one synchronous, thread-safe object for RPC, node and tests.

One lock guards everything that changes the chain or runs the runtime; reads of blocks and states do
not take it, since blocks and states are immutable. A block is final as soon as it is on disk or,
with a finality lag, that many blocks later; only `revert_to` takes a final block back.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from time import perf_counter
from typing import Final

from btsdk.errors import BtError, ChainFileError, UsageError
from btsdk.keys.signer import Signer
from local_node.chain.attempts import Attempts, Trouble, told
from local_node.chain.authoring import Author, extrinsic_hash
from local_node.chain.block import Block, BlockRef
from local_node.chain.calls import RuntimeCalls
from local_node.chain.check import check_chain
from local_node.chain.clock import Clock, expect_time
from local_node.chain.errors import PoolError, cannot_author
from local_node.chain.events import Listener, Work
from local_node.chain.finality import Finality
from local_node.chain.genesis import Spec, expect_spec, write_genesis
from local_node.chain.head import Head
from local_node.chain.history import History
from local_node.chain.host import Host
from local_node.chain.impersonation import Impersonation
from local_node.chain.importing import Importer
from local_node.chain.keyring import development_keyring, keyring_of
from local_node.chain.listeners import BusyFor, Cancel, Listeners, Watcher
from local_node.chain.modes import Instant, Mode
from local_node.chain.pool import PoolEntry, PoolLimits, TransactionPool
from local_node.chain.proposing import Proposer
from local_node.chain.queries import Queries
from local_node.chain.runtimes import Chosen, choose, runs_compiled
from local_node.chain.schedule import Schedule
from local_node.chain.shield import ShieldKeys
from local_node.chain.snapshot import Snapshot
from local_node.chain.submission import Submission
from local_node.chain.write_lock import WriteLock, WriteLockIfFree
from local_node.runtime.boundary import Runtime
from local_node.state.store import Changes, Store
from local_node.state.trie import StateUnavailable, Update

_OFFSET_NOTE: Final = "clock_offset_ms"

MOST_NUMBER: Final = 2**32 - 2**24
"""The highest number that a block may be given; it leaves numbers for years of further blocks."""


class Chain(Queries):
    """A running chain on one store; made by `Chain.open`."""

    def __init__(
        self,
        spec: Spec,
        store: Store,
        clock: Clock,
        host: Host,
        mode: Mode,
        authorities: Iterable[Signer] | None,
        limits: PoolLimits | None,
    ) -> None:
        self.clock = clock
        self._store = self.store = store
        history = History(store)
        finality, calls = Finality(store, history), RuntimeCalls(host, history)
        super().__init__(spec, history, finality, calls, threading.RLock())
        self._listeners = Listeners()
        self._write_lock = WriteLock(self._lock, self._listeners)
        self.pool = TransactionPool(self._listeners.put_status, clock.wall_ms, limits)
        self._intake = Submission(self.pool, self._calls, self._history, self._listeners)
        self._head = Head(store, history, finality, self._intake, self._listeners)
        keyring = development_keyring() if authorities is None else keyring_of(authorities)
        self._shield = ShieldKeys(store, self._history)
        self._sealed_waits = False
        self._importer = Importer(host, self._history)
        self._schedule = Schedule(mode, clock)
        author = Author(host, keyring, self._shield)
        self._proposer = Proposer(author, self._calls, clock, self._shield, self._schedule)
        self._attempts = Attempts(self.pool, self._listeners)
        self._signatures = host.signatures
        self.impersonation = Impersonation(store, host.signatures)
        # Whether the development beacon's pulses come with the blocks (`local_node.beacon`).
        self.has_beacon = False
        self._on_schedule: Callable[[], None] = lambda: None
        genesis = store.hash_at(0)
        assert genesis is not None
        self.genesis_hash: Final = genesis

    @classmethod
    def open(
        cls,
        spec: Spec,
        store: Store,
        clock: Clock | None = None,
        runtime: Runtime | None = None,
        *,
        mode: Mode | None = None,
        authorities: Iterable[Signer] | None = None,
        limits: PoolLimits | None = None,
    ) -> Chain:
        """Open the chain of `spec` in `store`; an empty store gets its genesis block.

        Without `runtime` the bundled runtime runs, with the spec's profile, features and mode; with
        one, the mode is instant. `authorities` seal the blocks: by default the well-known
        development keys. Raises `ChainFileError` if the store holds another chain.
        """
        chosen = choose(spec, store) if runtime is None else Chosen(runtime, Instant())
        is_foreign = chosen.code is not None or store.origin is not None or runs_compiled(store)
        host = Host(chosen.runtime, mocks_seals=is_foreign)
        clock = clock or Clock()
        if store.is_empty:
            write_genesis(spec, store, host, chosen.code)
        elif store.origin is None:
            expect_spec(spec, store)
        offset = store.note(_OFFSET_NOTE)
        if offset is not None:
            with suppress(UsageError):  # no chain can have this time: take the wall clock's
                clock.offset_ms = clock.expect_offset(int(offset))
        return cls(spec, store, clock, host, mode or chosen.mode, authorities, limits)

    def copy(self, clock: Clock | None = None) -> Chain:
        """A copy of the chain in memory, equal up to its head and independent from there.

        Its pool is empty, no account is impersonated, and it has no listeners.
        """
        with self._lock:
            clock = clock or Clock(offset_ms=self.clock.offset_ms)
            host, store = self._calls.host.fresh(), self._store.copy()
            return Chain(self.spec, store, clock, host, self.mode, None, None)

    def stop_calls(self) -> None:
        """Stop the running call of a compiled runtime, from any thread: the chain is about to be
        closed."""
        self._calls.host.stop()

    def close(self) -> None:
        """Release the store; the chain cannot be used afterwards."""
        with self._lock:
            self._store.close()

    # Dry runs

    def dry_run(self, extrinsic: bytes, at: bytes | None = None) -> bytes:
        """The `ApplyExtrinsicResult` of an extrinsic in a block on top of `at`; nothing is kept."""
        return self.rehearse(extrinsic, at)[0]

    def rehearse(self, extrinsic: bytes, at: bytes | None = None) -> tuple[bytes, Changes]:
        """As `dry_run`, with the extrinsic's changes (None: a key that would be removed)."""
        with self._lock:
            parent = self._history.known_header(self._store.head if at is None else at)
            return self._proposer.dry_run(parent, self.state(at), at, extrinsic)

    # Extrinsics

    def submit(self, extrinsic: bytes, *, produce: bool = True) -> bytes:
        """Put an extrinsic into the pool; returns its hash, raises `PoolError`.

        In instant mode a block is made before this returns, unless `produce` is false: then
        `produce()` makes one for all extrinsics submitted since. While no block can be made, an
        extrinsic that would wait for one is refused with the reason.
        """
        with self.held():
            if produce:
                self._attempts.expect_none(self._store.head, self.mode)
            name = self._intake.admit(extrinsic)
            if self.pool.has_ready and self._schedule.extrinsic_waits():
                self._on_schedule()
            if produce:
                try:
                    self.produce()
                except (ChainFileError, StateUnavailable):
                    raise  # it stays in the pool until a block can be made
                except Exception as error:
                    self.pool.drop([name])
                    raise cannot_author(str(error)) from error
            return name

    def submit_and_watch(
        self,
        extrinsic: bytes,
        watcher: Watcher,
        *,
        busy_s: BusyFor = lambda: 0.0,
        produce: bool = True,
    ) -> tuple[bytes, Cancel]:
        """As `submit`; `watcher` is called with each status of the extrinsic until the last.

        If finality events are delayed, `busy_s` says how many seconds more the watcher needs.
        """
        with self.held():
            cancel = self._listeners.watch(extrinsic_hash(extrinsic), watcher, busy_s)
            try:
                return self.submit(extrinsic, produce=produce), cancel
            except PoolError:
                cancel()
                raise

    def pending(self) -> list[PoolEntry]:
        """The extrinsics that could go into the next block, in its order."""
        with self._lock:
            return list(self.pool.ready())

    def remove(self, hashes: Iterable[bytes]) -> list[bytes]:
        """Remove extrinsics and all that depend on them from the pool; returns the removed
        hashes."""
        with self.held():
            before = {entry.hash for entry in self.pool.entries()}
            self.pool.remove_invalid(hashes)
            return [name for name in before if name not in self.pool]

    # Making blocks

    @property
    def mode(self) -> Mode:
        return self._schedule.mode

    @mode.setter
    def mode(self, mode: Mode) -> None:
        with self.held():
            self._schedule.mode = mode
            self._note_waiting()
            with suppress(BtError):  # it is noted
                self.produce()

    def on_schedule(self, callback: Callable[[], None]) -> None:
        """Call `callback`, with the lock held, when `next_tick_ms` may have become earlier."""
        self._on_schedule = callback

    def produce(self) -> BlockRef | None:
        """In instant mode, make blocks while ready extrinsics fit; returns the last block.

        A shielded extrinsic fits when its key is due, one or two blocks later.
        """
        made = None
        if not isinstance(self.mode, Instant):
            return made
        with self.held():
            before = len(self.pool) + 1
            while self.pool.has_ready and (len(self.pool) < before or self._sealed_waits):
                before = len(self.pool)
                made = self.author_block()
        return made

    def author_block(
        self,
        extrinsics: Sequence[bytes] = (),
        *,
        only: bool = False,
        patch: Mapping[bytes, bytes | None] | None = None,
        number: int | None = None,
    ) -> BlockRef:
        """Make a block now: first `extrinsics`, then (unless `only`) those in the pool.

        Raises `PoolError` if one of `extrinsics` is not valid there, `AuthoringError` if no block
        can be made. `patch` (None removes a key) is written over the state that the block leads to,
        and `number` may skip numbers; the header records both: see `patch.py`. On a state on which
        no block can be made the patch is written first, and may repair it.
        """
        with self.held():
            parent = self._history.best
            if number is not None and not parent.number < number <= MOST_NUMBER:
                raise UsageError(f"block {number} cannot follow block {parent.number}")
            try:
                candidates = () if only else self.pool.ready()
                proposal = self._proposer.propose(
                    parent, self.state(), extrinsics, candidates, patch, number
                )
                self._import(proposal.block, proposal.update, proposal.changes, proposal.work)
            except (PoolError, UsageError):
                raise
            except Exception as error:
                # A forced extrinsic, patch or number may be the only cause of the failure.
                if not extrinsics and number is None:
                    self._attempts.fail(parent, error, self.mode)
                    self._on_schedule()
                raise told(parent, error) from error
            self._attempts.succeed()
            self.pool.remove_invalid(name for name, _ in proposal.invalid)
            self._sealed_waits = proposal.waits
            return proposal.block.ref

    @property
    def trouble(self) -> Trouble | None:
        """Why no block can be made on the best one; None if no fault is known."""
        return self._attempts.trouble_on(self._store.head)

    @property
    def failed_blocks(self) -> int:
        """The number of failed attempts to make a block since the chain was opened."""
        return self._attempts.failed

    def tick(self) -> BlockRef | None:
        """Deliver delayed events and make a block, if due; called by the owner of a timer."""
        with self.held():
            self._listeners.release()
            return self.author_block() if self._block_due_ms() == 0 else None

    def next_tick_ms(self) -> int | None:
        """Milliseconds until `tick` has something to do; None if nothing is scheduled."""
        dues = self._block_due_ms(), self._listeners.due_in_ms()
        return min((due for due in dues if due is not None), default=None)

    def _block_due_ms(self) -> int | None:
        due = self._schedule.due_in_ms()
        return None if due is None else max(due, self._attempts.pause_ms(self._store.head))

    def import_block(self, block: Block) -> BlockRef:
        """Execute a block made elsewhere on its parent and make it the best one.

        Raises `UnknownBlock` for an unknown parent, `BadBlock` for an invalid block.
        """
        with self.held():
            known = self._history.header(block.hash)
            if known is not None:
                return known.ref
            begun = perf_counter()
            with self._signatures.impersonating(self.impersonation.ever):
                update, changes = self._importer.execute(block)
            self._import(block, update, changes, Work(perf_counter() - begun, None))
            return block.ref

    def revert_to(self, block_hash: bytes, *, resubmit: bool | None = None) -> None:
        """Make a block on disk the best one; the blocks above it stay on disk, off the best chain.

        With `resubmit` the extrinsics of the abandoned blocks return to the pool; None: only if
        none of these blocks was final, as in a reorg.
        """
        with self.held():
            self._head.reorg_to(block_hash, resubmit=resubmit)
            self._on_schedule()

    def finalize(self, block_hash: bytes | None = None) -> BlockRef:
        """Make a block of the best chain final now, by default the best; returns the final
        block."""
        with self.held():
            final = self._head.finalize(block_hash)
            self._on_schedule()
            return final

    def set_finality_lag(self, lag: int) -> None:
        """Set the finality lag, in blocks behind the best one; final blocks stay final."""
        with self.held():
            self._head.set_lag(lag)
            self._on_schedule()

    def check(self, *, execute: bool = False) -> list[str]:
        """The faults of the chain on disk, in words; see `check_chain`."""
        with self._lock, self._signatures.impersonating(self.impersonation.ever):
            return check_chain(self._store, self._history, self._importer, execute=execute)

    # Snapshots

    def snapshot(self) -> Snapshot:
        """A snapshot of the chain, for `revert`."""
        with self._lock:
            return Snapshot(
                self.best,
                self._finality.state,
                self.clock.offset_ms,
                self.mode,
                self.impersonation.accounts,
                self.pool.save(),
            )

    def revert(self, snapshot: Snapshot) -> None:
        """Restore a snapshot: head, final block, clock, pool, mode, impersonated accounts.

        A snapshot can be restored any number of times. Raises `StateDiscarded` if its state was
        pruned.
        """
        with self.held():
            offset = str(snapshot.clock_offset_ms).encode()
            notes = {_OFFSET_NOTE: offset}
            self._head.restore(snapshot.best.hash, snapshot.final, snapshot.pool, notes)
            self.clock.offset_ms = snapshot.clock_offset_ms
            self.impersonation.accounts = snapshot.impersonated
            self._schedule.mode = snapshot.mode
            self._schedule.block_made()
            self._note_waiting()

    # Time

    @property
    def ahead_ms(self) -> int:
        """How far the chain's time is ahead of the wall clock, by time travel or by blocks on
        demand."""
        return max((self.timestamp_ms or 0) - self.clock.wall_ms(), self.clock.offset_ms)

    def travel_to(self, timestamp_ms: int) -> None:
        """Set the chain's time from now on; it cannot be before the best block's."""
        expect_time(timestamp_ms)
        with self.held():
            earliest = self.timestamp_ms
            if earliest is not None and timestamp_ms < earliest:
                raise UsageError(
                    f"the best block was made at {earliest} ms; {timestamp_ms} ms is before it"
                )
            self.clock.travel_to(timestamp_ms)
            self._note_clock_offset()

    def set_clock_offset(self, offset_ms: int) -> None:
        """Set the offset of the chain's clock from the wall clock; the best block may still be
        ahead of both.

        Raises `UsageError` for an offset outside the clock's range.
        """
        with self.held():
            self.clock.offset_ms = self.clock.expect_offset(offset_ms)
            self._note_clock_offset()

    def _note_clock_offset(self) -> None:
        self._store.set_notes({_OFFSET_NOTE: str(self.clock.offset_ms).encode()})

    # Events

    def listen(self, listener: Listener, first: Callable[[], None] | None = None) -> Cancel:
        """Call `listener` with every event from now on; `events` says what it must not do.

        `first` is called before any event, while nothing can change, to read the current state.
        """
        with self._lock:
            if first is not None:
                first()
            return self._listeners.add(listener)

    def delay_news_of_finality(self, seconds: float) -> None:
        """Delay finality events by so many seconds, by a timer that calls `tick`; final blocks stay
        final."""
        with self._lock:
            self._listeners.finality_delay = seconds

    def held(self) -> AbstractContextManager[None]:
        """Hold the lock over several changes; listeners get their events when the outermost hold
        ends."""
        return self._write_lock

    def held_if_free(self) -> AbstractContextManager[bool]:
        """As `held`, but without waiting: yields whether chain and file were free and a submission
        is quick.

        If not, nothing is held. A submission is not quick if a block is made for it, if the runtime
        is a compiled one, or if the state may be remote.
        """
        return WriteLockIfFree(self._write_lock, self._store, self._is_quick)

    # Inside

    def _is_quick(self) -> bool:
        if isinstance(self.mode, Instant):
            return False
        return self._store.origin is None and not self.is_compiled

    def _import(self, block: Block, update: Update, changes: Changes, work: Work | None) -> None:
        self._head.import_block(block, update, changes, work)
        self._schedule.block_made()
        self._note_waiting()

    def _note_waiting(self) -> None:
        """Tell the schedule, and the owner of its timer, that an extrinsic waits."""
        if self.pool.has_ready:
            self._schedule.extrinsic_waits()
        self._on_schedule()
