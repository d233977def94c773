"""The next block on a parent: its time, and the call of the author."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from btsdk.errors import BtError, ChainFileError, UsageError
from local_node.chain.authoring import Author, Proposal
from local_node.chain.block import Header
from local_node.chain.calls import DEFAULT_SLOT_MS, RuntimeCalls
from local_node.chain.clock import Clock
from local_node.chain.errors import PoolError
from local_node.chain.host import Amended
from local_node.chain.importing import slot_duration
from local_node.chain.inherents import Moment
from local_node.chain.moments import next_slot
from local_node.chain.pool import PoolEntry
from local_node.chain.schedule import Schedule
from local_node.chain.shield import ShieldKeys
from local_node.runtime.version import AURA_API, RuntimeVersion
from local_node.state.store import Changes, State
from local_node.state.trie import StateUnavailable


class Proposer:
    """Proposes blocks by the clock and schedule of one chain."""

    def __init__(
        self,
        author: Author,
        calls: RuntimeCalls,
        clock: Clock,
        shield: ShieldKeys,
        schedule: Schedule,
    ) -> None:
        self._author = author
        self._calls = calls
        self._clock = clock
        self._shield = shield
        self._schedule = schedule

    def propose(
        self,
        parent: Header,
        state: State,
        extrinsics: Sequence[bytes],
        candidates: Iterable[PoolEntry],
        patch: Mapping[bytes, bytes | None] | None,
        number: int | None,
    ) -> Proposal:
        """As `Author.propose`; if no block can be executed, a `patch` is written first."""
        try:
            return self._author.propose(
                parent,
                state,
                self._calls.version(),
                self._moment(parent, state),
                extrinsics,
                candidates,
                self._lateness(),
                patch=patch,
                number=number,
            )
        except (PoolError, UsageError, ChainFileError, StateUnavailable):
            raise  # the state is not the cause
        except BtError:
            if not patch or extrinsics or number is not None:
                raise
            return self._mend(parent, state, patch)

    def dry_run(
        self, parent: Header, state: State, at: bytes | None, extrinsic: bytes
    ) -> tuple[bytes, Changes]:
        """As `Author.dry_run`, on top of the block `at`, which is `parent`."""
        version, moment = self._calls.version(at), self._moment(parent, state)
        return self._author.dry_run(parent, state, version, moment, extrinsic)

    def _mend(self, parent: Header, state: State, patch: Mapping[bytes, bytes | None]) -> Proposal:
        mended = Amended(state, patch)
        host = self._calls.host
        version = RuntimeVersion.decode(host.call("Core_version", b"", mended))
        has_slots, slot_ms = version.declares(AURA_API), DEFAULT_SLOT_MS
        if has_slots:
            slot_ms = slot_duration(host, mended)
        slot = next_slot(self._clock, slot_ms, parent, host.externalities(mended))
        moment = Moment(slot * slot_ms, slot if has_slots else None)
        return self._author.mend(parent, mended, version, moment)

    def _moment(self, parent: Header, state: State) -> Moment:
        slot_ms = self._calls.slot_ms()
        slot = next_slot(self._clock, slot_ms, parent, state)
        key = self._shield.announced_on(parent.hash) if self._calls.has_shield() else None
        return Moment(slot * slot_ms, slot if self._calls.has_slots() else None, key)

    def _lateness(self) -> Callable[[], bool]:
        deadline = self._schedule.deadline_ms()
        return lambda: deadline is not None and self._clock.wall_ms() >= deadline
