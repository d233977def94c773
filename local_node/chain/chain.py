"""The chain: one object that RPC, node and tests talk to; synchronous, and safe from any thread.

One lock guards everything that changes the chain or runs the runtime; reads of blocks and states
do not wait for it, since what they read never changes. A block is final as soon as it is on disk,
or with a finality lag so many blocks later; only an explicit `revert_to` takes a final one back.
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
"""The highest number that a block may be given; above it there is room for years of blocks."""


class Chain(Queries):
    """A running chain on one store. Made by `Chain.open`."""

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
        self._hold = WriteLock(self._lock, self._listeners)
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
        """The chain of `spec` in `store`, begun from its genesis where the store is empty.

        Without a `runtime` the bundled one runs, in the profile, with the features and in the mode
        of the spec; with one, the mode is instant. `authorities` seal the blocks: by default the
        well-known development keys. Raises `ChainFileError` where the store holds another chain.
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
            with suppress(UsageError):  # a time that no chain can have: the wall's, then
                clock.offset_ms = clock.expect_offset(int(offset))
        return cls(spec, store, clock, host, mode or chosen.mode, authorities, limits)

    def copy(self, clock: Clock | None = None) -> Chain:
        """Another chain in memory, equal to this one up to its head, and from there its own.

        The pool of the copy is empty, nobody is impersonated there, and nobody listens.
        """
        with self._lock:
            clock = clock or Clock(offset_ms=self.clock.offset_ms)
            host, store = self._calls.host.fresh(), self._store.copy()
            return Chain(self.spec, store, clock, host, self.mode, None, None)

    def stop_calls(self) -> None:
        """End the call of a compiled runtime that is under way, from whichever thread: the chain is
        about to be closed, and nobody waits for the answer."""
        self._calls.host.stop()

    def close(self) -> None:
        """Let go of the store; nothing is lost, and nothing works afterwards."""
        with self._lock:
            self._store.close()

    # The runtime, in a block that is not kept

    def dry_run(self, extrinsic: bytes, at: bytes | None = None) -> bytes:
        """The `ApplyExtrinsicResult` of an extrinsic in a block on top of `at`; nothing is kept."""
        return self.rehearse(extrinsic, at)[0]

    def rehearse(self, extrinsic: bytes, at: bytes | None = None) -> tuple[bytes, Changes]:
        """As `dry_run`, with what the extrinsic would change (None: a key that would go)."""
        with self._lock:
            parent = self._history.known_header(self._store.head if at is None else at)
            return self._proposer.dry_run(parent, self.state(at), at, extrinsic)

    # Extrinsics

    def submit(self, extrinsic: bytes, *, produce: bool = True) -> bytes:
        """Put an extrinsic into the pool; returns its hash, raises `PoolError`.

        In instant mode a block is made before this returns, unless `produce` is false: then
        `produce()` makes one for everything that was submitted meanwhile. While no block can be
        made, what would wait for one is refused with the reason.
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
                    raise  # it waits for a better moment
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
        """As `submit`; `watcher` hears each status of the extrinsic until its last.

        Where news of finality is delayed, `busy_s` says how many seconds more the watcher needs.
        """
        with self.held():
            cancel = self._listeners.watch(extrinsic_hash(extrinsic), watcher, busy_s)
            try:
                return self.submit(extrinsic, produce=produce), cancel
            except PoolError:
                cancel()
                raise

    def pending(self) -> list[PoolEntry]:
        """What could go into the next block, in its order."""
        with self._lock:
            return list(self.pool.ready())

    def remove(self, hashes: Iterable[bytes]) -> list[bytes]:
        """Throw extrinsics out of the pool, with all that depend on them; which ones went."""
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
        """Call `callback`, with the lock held, when `next_tick_ms` may have become sooner."""
        self._on_schedule = callback

    def produce(self) -> BlockRef | None:
        """In instant mode, make blocks while extrinsics are ready and find room; the last one.

        Shielded ones find room when their key's turn comes, a block or two later.
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
        """Make a block now: with `extrinsics` first, then (unless `only`) what is in the pool.

        Raises `PoolError` where one of `extrinsics` is not valid there, `AuthoringError` where no
        block can be made. `patch` (None removes a key) is written over the state that the block
        leads to, and `number` may skip some; the header of such a block tells: see `patch.py`. On
        a state on which no block can be made the patch is written first, and may mend it.
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
                # An author that is asked for something special may fail at that alone.
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
        """Why no block can be made on the best one; None where nothing is known to be wrong."""
        return self._attempts.trouble_on(self._store.head)

    @property
    def failed_blocks(self) -> int:
        """How often a block could not be made since the chain was opened."""
        return self._attempts.failed

    def tick(self) -> BlockRef | None:
        """Tell delayed news if it is due, and make a block if one is; whoever owns a timer calls
        this."""
        with self.held():
            self._listeners.release()
            return self.author_block() if self._block_due_ms() == 0 else None

    def next_tick_ms(self) -> int | None:
        """In how many milliseconds `tick` has something to do; None: not by itself."""
        dues = self._block_due_ms(), self._listeners.due_in_ms()
        return min((due for due in dues if due is not None), default=None)

    def _block_due_ms(self) -> int | None:
        due = self._schedule.due_in_ms()
        return None if due is None else max(due, self._attempts.pause_ms(self._store.head))

    def import_block(self, block: Block) -> BlockRef:
        """Execute somebody's block on its parent and make it the best one.

        Raises `UnknownBlock` for a foreign parent, `BadBlock` for a block that does not hold.
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
        """Make a block that is on disk the best one; those above it stay on disk, off the chain.

        With `resubmit` the extrinsics of the blocks that are left come back into the pool; None:
        where none of these was final, as in a reorganisation.
        """
        with self.held():
            self._head.reorg_to(block_hash, resubmit=resubmit)
            self._on_schedule()

    def finalize(self, block_hash: bytes | None = None) -> BlockRef:
        """Make a block of the best chain final now, by default the best; what is final then."""
        with self.held():
            final = self._head.finalize(block_hash)
            self._on_schedule()
            return final

    def set_finality_lag(self, lag: int) -> None:
        """Let finality be so many numbers behind the best block; what is final stays so."""
        with self.held():
            self._head.set_lag(lag)
            self._on_schedule()

    def check(self, *, execute: bool = False) -> list[str]:
        """What is wrong with the chain on disk, in words; see `check_chain`."""
        with self._lock, self._signatures.impersonating(self.impersonation.ever):
            return check_chain(self._store, self._history, self._importer, execute=execute)

    # There and back

    def snapshot(self) -> Snapshot:
        """The chain as it stands, for `revert`."""
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
        """Bring everything back to a snapshot: head, what is final, clock, pool, mode, impersonated
        accounts.

        May be done any number of times. Raises `StateDiscarded` where its state was pruned.
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
        """How far the chain's time is ahead of the wall's, by travel or by blocks on demand."""
        return max(self.timestamp_ms or 0, self.clock.now_ms()) - self.clock.wall_ms()

    def travel_to(self, timestamp_ms: int) -> None:
        """Let the chain's time be this from now on; it cannot go back behind the best block."""
        expect_time(timestamp_ms)
        with self.held():
            earliest = self.timestamp_ms
            if earliest is not None and timestamp_ms < earliest:
                raise UsageError(
                    f"the best block was made at {earliest} ms; {timestamp_ms} ms lies before it"
                )
            self.clock.travel_to(timestamp_ms)
            self.set_clock_offset(self.clock.offset_ms)

    def set_clock_offset(self, offset_ms: int) -> None:
        """How far the chain's clock is from the wall's; blocks may still be ahead of both. Raises
        `UsageError` for an offset that leads out of what a clock can show."""
        with self.held():
            self.clock.offset_ms = self.clock.expect_offset(offset_ms)
            self._store.set_notes({_OFFSET_NOTE: str(offset_ms).encode()})

    # Hearing of it

    def listen(self, listener: Listener, first: Callable[[], None] | None = None) -> Cancel:
        """Call `listener` with every event from now on; see `events` for what it must not do.

        `first` is called before any of them, while nothing can change: to tell how things stand.
        """
        with self._lock:
            if first is not None:
                first()
            return self._listeners.add(listener)

    def delay_news_of_finality(self, seconds: float) -> None:
        """Tell so much later that a block is final, by a timer that calls `tick`; what is final
        stays as it is."""
        with self._lock:
            self._listeners.finality_delay = seconds

    def held(self) -> AbstractContextManager[None]:
        """Several changes as one: nobody else changes the chain in between, and who listens hears
        of them when the outermost is done."""
        return self._hold

    def held_if_free(self) -> AbstractContextManager[bool]:
        """As `held`, for one who must not wait: whether nobody had the chain or its file, and what
        is submitted now is quickly in the pool. Nothing is held otherwise.

        It is not quick where a block is made for it, where the runtime is a compiled one, and where
        the state may lie elsewhere.
        """
        return WriteLockIfFree(self._hold, self._store, self._is_quick)

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
        """Let the schedule, and whoever keeps its time, know what there is to do."""
        if self.pool.has_ready:
            self._schedule.extrinsic_waits()
        self._on_schedule()
