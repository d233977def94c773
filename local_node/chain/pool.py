"""The transaction pool: extrinsics that wait for a block.

An extrinsic is *ready* when nothing that it requires is missing: each tag is provided by another
ready one, or was provided by a block. Otherwise it waits in *future*. Tags come from the runtime;
the pool neither decodes an extrinsic nor executes one. The rules are those of Substrate's pool:
order by priority within what the tags allow, replacement by a higher priority, limits, a ban of
half an hour for invalid extrinsics and for those in a block already.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from heapq import heapify, heappop, heappush, nsmallest
from typing import Final, NamedTuple

from local_node.chain.errors import (
    PoolError,
    already_imported,
    cycle_detected,
    immediately_dropped,
    no_tags,
    temporarily_banned,
    too_low_priority,
)
from local_node.chain.events import Status, StatusKind
from local_node.chain.eviction import Eviction
from local_node.chain.validity import PoolValidity

BAN_MS: Final = 30 * 60 * 1000
_BANNED_MOST: Final = 4096


class PoolLimits(NamedTuple):
    """The limits of the two queues; the defaults are Substrate's."""

    ready_count: int = 8192
    ready_bytes: int = 20 * 1024 * 1024
    future_count: int = 819
    future_bytes: int = 2 * 1024 * 1024


class PoolEntry(NamedTuple):
    """An extrinsic in the pool; `checked_at` is the block on which it was found valid."""

    hash: bytes
    extrinsic: bytes
    valid: PoolValidity
    checked_at: int
    arrival: int

    @property
    def valid_till(self) -> int:
        """The last block number for which the runtime's answer is valid."""
        return self.checked_at + self.valid.longevity

    @property
    def rank(self) -> tuple[int, int, int]:
        """Sort key, better first: priority, then the shorter-lived, then the earlier."""
        return -self.valid.priority, self.valid_till, self.arrival


Notify = Callable[[bytes, Status], None]


class PoolState(NamedTuple):
    """The content of a pool at one moment: entries in order of arrival, the missing tags of future
    entries, and the end of each ban."""

    ready: tuple[PoolEntry, ...]
    future: tuple[tuple[PoolEntry, frozenset[bytes]], ...]
    banned: tuple[tuple[bytes, int], ...]
    arrivals: int


class TransactionPool:
    """The two queues. `notify` is called with each change of an extrinsic's status; `now_ms` times
    bans."""

    def __init__(
        self, notify: Notify, now_ms: Callable[[], int], limits: PoolLimits | None = None
    ) -> None:
        self._notify = notify
        self._now_ms = now_ms
        self._limits = limits or PoolLimits()
        self._ready: dict[bytes, PoolEntry] = {}
        self._eviction = Eviction()
        # Finding a dict's oldest key skips all removed ones, each time.
        self._future: OrderedDict[bytes, PoolEntry] = OrderedDict()
        self._provider: dict[bytes, bytes] = {}
        self._takers: dict[bytes, set[bytes]] = {}
        self._missing: dict[bytes, set[bytes]] = {}
        self._waiting: dict[bytes, set[bytes]] = {}
        self._banned: OrderedDict[bytes, int] = OrderedDict()
        self._arrivals = 0
        self._ready_bytes = 0
        self._future_bytes = 0

    # Reading

    def __contains__(self, extrinsic_hash: bytes) -> bool:
        return extrinsic_hash in self._ready or extrinsic_hash in self._future

    def __len__(self) -> int:
        return len(self._ready) + len(self._future)

    def get(self, extrinsic_hash: bytes) -> PoolEntry | None:
        return self._ready.get(extrinsic_hash) or self._future.get(extrinsic_hash)

    def kind(self, extrinsic_hash: bytes) -> StatusKind:
        """The queue of an extrinsic in the pool."""
        return "ready" if extrinsic_hash in self._ready else "future"

    @property
    def has_ready(self) -> bool:
        return bool(self._ready)

    def provides(self, tag: bytes) -> bool:
        """Whether a ready extrinsic provides the tag."""
        return tag in self._provider

    def entries(self) -> list[PoolEntry]:
        """All extrinsics in the pool, in order of arrival."""
        return sorted(
            (*self._ready.values(), *self._future.values()), key=lambda entry: entry.arrival
        )

    def future(self) -> list[PoolEntry]:
        """The extrinsics in the future queue, in order of arrival."""
        return list(self._future.values())

    def longest_unchecked(self, count: int) -> list[PoolEntry]:
        """The ready extrinsics that were validated on the oldest blocks."""
        return nsmallest(count, self._ready.values(), key=lambda entry: entry.checked_at)

    def ready(self) -> Iterator[PoolEntry]:
        """The candidates for the next block, best first, each after those that it requires.

        The pool must not change during the iteration.
        """
        needs: dict[bytes, set[bytes]] = {}
        heap = []
        for key, entry in self._ready.items():
            needed = self._needs(entry) if entry.valid.requires else None
            if needed:
                needs[key] = needed
            else:
                heap.append((entry.rank, key))
        heapify(heap)
        while heap:
            _, key = heappop(heap)
            entry = self._ready[key]
            yield entry
            for taker in self._dependents(entry) if needs else ():
                missing = needs.get(taker)
                if missing is None:
                    continue
                missing.discard(key)
                if not missing:
                    heappush(heap, (self._ready[taker].rank, taker))

    # Entry

    def refuse_known(self, extrinsic_hash: bytes) -> None:
        """Raises `PoolError` 1012 for a banned extrinsic, 1013 for one in the pool."""
        until = self._banned.get(extrinsic_hash)
        if until is not None and until > self._now_ms():
            raise temporarily_banned()
        if extrinsic_hash in self:
            raise already_imported(extrinsic_hash)

    def add(self, extrinsic_hash: bytes, extrinsic: bytes, valid: PoolValidity, at: int) -> None:
        """Add an extrinsic that the runtime found valid on block number `at`.

        Raises `PoolError` if it can be neither ready nor future.
        """
        if not valid.provides:
            raise no_tags()
        self._arrivals += 1
        entry = PoolEntry(extrinsic_hash, extrinsic, valid, at, self._arrivals)
        missing = {tag for tag in valid.requires if tag not in self._provider}
        if missing:
            self._wait(entry, missing)
        else:
            self._make_ready(entry)
            self._promote(entry)
        self._enforce_limits()
        if extrinsic_hash not in self:
            raise immediately_dropped()

    def refresh(self, entry: PoolEntry, valid: PoolValidity, at: int) -> None:
        """Update a ready extrinsic that is still valid on a later block; its place in the queue
        stays."""
        if entry.hash in self._ready and valid.provides == entry.valid.provides:
            self._unlink(entry)
            self._link(entry._replace(valid=valid, checked_at=at))

    def ban(self, hashes: Iterable[bytes]) -> None:
        """Refuse these for half an hour, so that retries do not cost a validation each."""
        until = self._now_ms() + BAN_MS
        for extrinsic_hash in hashes:
            self._banned[extrinsic_hash] = until
        while len(self._banned) > _BANNED_MOST:
            self._banned.popitem(last=False)

    def unban(self, hashes: Iterable[bytes]) -> None:
        """Lift the ban of extrinsics whose block was retracted."""
        for extrinsic_hash in hashes:
            self._banned.pop(extrinsic_hash, None)

    # Removal

    def prune(self, included: Iterable[bytes], tags: Iterable[bytes]) -> None:
        """Remove the extrinsics of a block and promote those that waited for its tags.

        A ready extrinsic outside the block that provides the same tags becomes invalid.
        """
        included = set(included)
        tags = set(tags)
        for extrinsic_hash in included:
            entry = self.get(extrinsic_hash)
            if entry is not None:
                tags.update(entry.valid.provides)
                self._forget(entry)
        for tag in tags:
            overtaken = self._provider.get(tag)
            if overtaken is not None:
                self._forget(self._ready[overtaken])
                self._notify(overtaken, Status("invalid"))
        self.ban(included)
        self._satisfy(tags)

    def remove_invalid(self, hashes: Iterable[bytes]) -> None:
        """Remove and ban invalid extrinsics; their dependents are removed with them."""
        gone = self._with_dependents(hashes)
        for entry in gone:
            self._forget(entry)
            self._notify(entry.hash, Status("invalid"))
        self.ban(entry.hash for entry in gone)

    def drop(self, hashes: Iterable[bytes]) -> None:
        """Remove extrinsics that cannot enter a block now, with their dependents; they are not
        banned."""
        for entry in self._with_dependents(hashes):
            self._forget(entry)
            self._notify(entry.hash, Status("dropped"))

    def remove_expired(self, number: int) -> None:
        """Remove extrinsics whose validity ended before block `number`."""
        self.remove_invalid([e.hash for e in self.entries() if e.valid_till < number])

    def clear(self) -> list[PoolEntry]:
        """Empty the pool without status changes; returns its entries in order of arrival."""
        entries = self.entries()
        for entry in entries:
            self._forget(entry)
        return entries

    # Save and restore

    def save(self) -> PoolState:
        """The content of the pool."""
        return PoolState(
            tuple(self._ready.values()),
            tuple((entry, frozenset(self._missing[key])) for key, entry in self._future.items()),
            tuple(self._banned.items()),
            self._arrivals,
        )

    def restore(self, saved: PoolState) -> None:
        """Restore a saved content; extrinsics that arrived later are dropped, and their watchers
        told."""
        before = {entry.hash for entry in self.clear()}
        for entry in saved.ready:
            self._link(entry)
            if entry.hash not in before:
                self._notify(entry.hash, Status("ready"))
        for entry, missing in saved.future:
            self._hold(entry, set(missing))
            if entry.hash not in before:
                self._notify(entry.hash, Status("future"))
        for name in before:
            if name not in self:
                self._notify(name, Status("dropped"))
        self._banned = OrderedDict(saved.banned)
        self._arrivals = saved.arrivals

    # Internals

    def _needs(self, entry: PoolEntry) -> set[bytes]:
        """The ready extrinsics that provide tags required by this one."""
        return {self._provider[tag] for tag in entry.valid.requires if tag in self._provider}

    def _dependents(self, entry: PoolEntry) -> set[bytes]:
        """The ready extrinsics that require tags provided by this one."""
        return {taker for tag in entry.valid.provides for taker in self._takers.get(tag, ())}

    def _with_dependents(
        self, hashes: Iterable[bytes], still_provided: frozenset[bytes] = frozenset()
    ) -> list[PoolEntry]:
        """These and all extrinsics that cannot be ready without them; parents first."""
        found: dict[bytes, PoolEntry] = {}
        pending = [entry for entry in map(self.get, hashes) if entry is not None]
        while pending:
            entry = pending.pop(0)
            if entry.hash in found:
                continue
            found[entry.hash] = entry
            if entry.hash in self._ready:
                lost = set(entry.valid.provides) - still_provided
                pending.extend(
                    self._ready[taker] for tag in lost for taker in self._takers.get(tag, ())
                )
        return list(found.values())

    def _make_ready(self, entry: PoolEntry) -> None:
        """Put an entry into the ready queue, in place of those with the same tags and a lower
        priority."""
        rivals = {self._provider[tag] for tag in entry.valid.provides if tag in self._provider}
        if rivals:
            old = sum(self._ready[rival].valid.priority for rival in rivals)
            if old >= entry.valid.priority:
                raise too_low_priority(old, entry.valid.priority)
            usurped = self._with_dependents(rivals, frozenset(entry.valid.provides))
            if self._needs(entry) & {gone.hash for gone in usurped}:
                raise cycle_detected()
            for gone in usurped:
                self._forget(gone)
                self._notify(gone.hash, Status("usurped", entry.hash))
        self._link(entry)
        self._notify(entry.hash, Status("ready"))

    def _promote(self, entry: PoolEntry) -> None:
        """Promote the future extrinsics that waited only for this one, and then for those."""
        self._satisfy(entry.valid.provides)

    def _satisfy(self, tags: Iterable[bytes]) -> None:
        pending = list(tags)
        while pending:
            tag = pending.pop(0)
            for key in sorted(self._waiting.pop(tag, ())):
                missing = self._missing[key]
                missing.discard(tag)
                if missing:
                    continue
                entry = self._future[key]
                self._forget(entry)
                self._arrivals += 1  # in the ready queue it counts as newly arrived
                try:
                    self._make_ready(entry._replace(arrival=self._arrivals))
                except PoolError:
                    self._notify(key, Status("invalid"))
                else:
                    pending.extend(entry.valid.provides)

    def _wait(self, entry: PoolEntry, missing: set[bytes]) -> None:
        self._hold(entry, missing)
        self._notify(entry.hash, Status("future"))

    def _hold(self, entry: PoolEntry, missing: set[bytes]) -> None:
        self._future[entry.hash] = entry
        self._future_bytes += len(entry.extrinsic)
        self._missing[entry.hash] = missing
        for tag in missing:
            self._waiting.setdefault(tag, set()).add(entry.hash)

    def _link(self, entry: PoolEntry) -> None:
        self._ready[entry.hash] = entry
        self._eviction.put(entry.hash, (entry.valid.priority, entry.arrival))
        self._ready_bytes += len(entry.extrinsic)
        for tag in entry.valid.provides:
            self._provider[tag] = entry.hash
        for tag in entry.valid.requires:
            self._takers.setdefault(tag, set()).add(entry.hash)

    def _unlink(self, entry: PoolEntry) -> None:
        del self._ready[entry.hash]
        self._ready_bytes -= len(entry.extrinsic)
        for tag in entry.valid.provides:
            if self._provider.get(tag) == entry.hash:
                del self._provider[tag]
        for tag in entry.valid.requires:
            _discard(self._takers, tag, entry.hash)

    def _forget(self, entry: PoolEntry) -> None:
        if entry.hash in self._ready:
            self._unlink(entry)
            self._eviction.remove(entry.hash)
        elif self._future.pop(entry.hash, None) is not None:
            self._future_bytes -= len(entry.extrinsic)
            for tag in self._missing.pop(entry.hash):
                _discard(self._waiting, tag, entry.hash)

    def _enforce_limits(self) -> None:
        limits = self._limits
        while len(self._ready) > limits.ready_count or self._ready_bytes > limits.ready_bytes:
            self._drop(self._eviction.first())
        while len(self._future) > limits.future_count or self._future_bytes > limits.future_bytes:
            self._drop(next(iter(self._future)))  # the oldest

    def _drop(self, name: bytes) -> None:
        """Drop an extrinsic and its dependents for lack of room."""
        for gone in self._with_dependents([name]):
            self._forget(gone)
            self._notify(gone.hash, Status("dropped"))


def _discard(index: dict[bytes, set[bytes]], tag: bytes, member: bytes) -> None:
    members = index.get(tag)
    if members is not None:
        members.discard(member)
        if not members:
            del index[tag]
