"""Block authoring: initialise, apply, finalise and seal a block on a parent.

The author asks the runtime for each step and checks the result: the roots in the header that the
runtime finalised must equal those that the host computes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from time import perf_counter
from typing import Final

from btsdk.errors import BtError, DecodeError
from btsdk.frozen import Frozen, replace
from btsdk.keys.hashing import blake2_256
from btsdk.keys.signer import Signer
from btsdk.scale.primitives import compact_read
from local_node.chain.block import (
    AURA,
    HASH_BYTES,
    PRE_RUNTIME,
    SEAL,
    ZERO_HASH,
    Block,
    DigestItem,
    Header,
    decode_body,
)
from local_node.chain.errors import ValidityError, panicked, refused
from local_node.chain.events import Work
from local_node.chain.host import ANY_SIGNATURE, Amended, Host, HostExternalities
from local_node.chain.inherents import Moment, inherent_data
from local_node.chain.patch import Patch
from local_node.chain.pool import PoolEntry
from local_node.chain.shield import Opener, ShieldKeys
from local_node.chain.validity import decode_applied
from local_node.runtime.boundary import RuntimePanic
from local_node.runtime.version import AURA_API, RuntimeVersion
from local_node.state.store import State
from local_node.state.trie import Update

BLOCK_BYTES: Final = 4 * 1024 * 1024 + 512
"""The size limit of a block, Substrate's default."""

_ONLY_INHERENTS: Final = b"\x01"
"""`ExtrinsicInclusionMode::OnlyInherents`: the runtime's answer while it migrates."""

_SKIPPED_MOST: Final = 8
"""The block counts as full after this many extrinsics that did not fit (Substrate's rule)."""

_FAILED: Final = b"\x00\x01"
"""The first bytes of an `ApplyExtrinsicResult` for an included extrinsic whose dispatch failed."""

Keyring = Callable[[bytes], "Signer | None"]
"""Gives the signer of an authority, or None if the node does not have its key."""


class AuthoringError(BtError):
    """No block could be made: the runtime panicked or refused an inherent, or its header is
    wrong."""


class _SpoiledBlock(Exception):
    """A block that could not be finalised with the candidates in it."""

    def __init__(self, taken: Sequence[PoolEntry]) -> None:
        super().__init__()
        self.taken = taken


class Proposal(Frozen, hidden=("changes",)):
    """A sealed block, the trie that leads to its state, and the candidates left out.

    `waits`: a shielded extrinsic was left out, and the author will hold its key in a coming block.
    """

    block: Block
    update: Update
    changes: dict[bytes, bytes | None]
    invalid: tuple[tuple[bytes, ValidityError], ...] = ()
    waits: bool = False
    work: Work | None = None


class Author:
    """Makes blocks with one runtime, one keyring and the keys for shielded extrinsics."""

    def __init__(self, host: Host, keyring: Keyring, shield: ShieldKeys) -> None:
        self._host = host
        self._keyring = keyring
        self._shield = shield

    def propose(
        self,
        parent: Header,
        state: State,
        version: RuntimeVersion,
        moment: Moment,
        forced: Sequence[bytes] = (),
        candidates: Iterable[PoolEntry] = (),
        is_late: Callable[[], bool] = lambda: False,
        *,
        patch: Mapping[bytes, bytes | None] | None = None,
        number: int | None = None,
    ) -> Proposal:
        """A block on `parent`: inherents, then `forced`, then as many candidates as fit.

        Raises `PoolError` if a forced extrinsic is not valid; `AuthoringError`, `RuntimePanic` or
        another error if no block can be made. `is_late` is called before each candidate. A
        candidate with which the block cannot be finalised is reported as invalid. `patch` is
        written over the state that execution leads to, and `number` replaces the next number; the
        header records both.
        """

        def attempt(
            entries: Iterable[PoolEntry], late: Callable[[], bool] = lambda: False
        ) -> Proposal:
            return self._attempt(
                parent, state, version, moment, forced, entries, late, patch, number
            )

        try:
            return attempt(candidates, is_late)
        except _SpoiledBlock as spoiled:
            return _without_culprit(attempt, spoiled)

    def mend(
        self, parent: Header, state: Amended, version: RuntimeVersion, moment: Moment
    ) -> Proposal:
        """An empty block on `parent`, executed on a state over which a patch was written first.

        For a state on which no block can be executed; raises as `propose` does.
        """
        begun = perf_counter()
        builder = _BlockBuilder(self._host, self._host.externalities(state), version)
        builder.initialise(parent, moment)
        builder.apply_inherents(inherent_data(moment, version))
        header = builder.finalise()
        header = Patch(header.state_root, state.changes, mends=True).on(header, header.state_root)
        return self._sealed(builder, header, state, version, begun)

    def _attempt(
        self,
        parent: Header,
        state: State,
        version: RuntimeVersion,
        moment: Moment,
        forced: Sequence[bytes],
        candidates: Iterable[PoolEntry],
        is_late: Callable[[], bool],
        patch: Mapping[bytes, bytes | None] | None,
        number: int | None,
    ) -> Proposal:
        begun = perf_counter()
        builder = _BlockBuilder(self._host, self._host.externalities(state), version)
        builder.initialise(parent, moment, number)
        builder.apply_inherents(inherent_data(moment, version))
        for extrinsic in forced:
            builder.apply_forced(extrinsic)
        opener = Opener(self._host, builder.ext, state, parent, self._shield, version)
        builder.apply_candidates(candidates, is_late, opener)
        try:
            header = builder.finalise()
        except (RuntimePanic, AuthoringError, DecodeError) as error:
            if builder.taken:
                raise _SpoiledBlock(builder.taken) from error
            raise
        if patch is not None or number is not None:
            header = builder.patch(header, patch or {})
        return self._sealed(builder, header, state, version, begun)

    def _sealed(
        self,
        builder: _BlockBuilder,
        header: Header,
        state: State | Amended,
        version: RuntimeVersion,
        begun: float,
    ) -> Proposal:
        if version.declares(AURA_API):
            header = self._seal(header, state)
        block = Block(header, tuple(builder.extrinsics))
        return Proposal(
            block,
            builder.ext.update(),
            builder.ext.changes(),
            tuple(builder.invalid),
            builder.waits,
            Work(perf_counter() - begun, builder.failed),
        )

    def dry_run(
        self,
        parent: Header,
        state: State,
        version: RuntimeVersion,
        moment: Moment,
        extrinsic: bytes,
    ) -> tuple[bytes, dict[bytes, bytes | None]]:
        """The `ApplyExtrinsicResult` of one extrinsic in a block on `parent`, and the changes of
        that extrinsic alone; nothing is kept."""
        builder = _BlockBuilder(self._host, self._host.externalities(state), version)
        builder.initialise(parent, moment)
        builder.apply_inherents(inherent_data(moment, version))
        before = builder.ext.changes()
        outcome = self._host.run("BlockBuilder_apply_extrinsic", extrinsic, builder.ext)
        after = builder.ext.changes()
        return outcome, {
            key: after.get(key, state.get(key))
            for key in {**before, **after}
            if after.get(key, ...) != before.get(key, ...)
        }

    def _seal(self, header: Header, state: State | Amended) -> Header:
        author = slot_author(self._host, state, header.slot or 0)
        signer = self._keyring(author)
        if signer is None and self._host.mocks_seals:
            return header.sealed(DigestItem(SEAL, AURA, ANY_SIGNATURE))
        if signer is None:
            raise AuthoringError(
                f"the authority 0x{author.hex()} has to make block {header.number}, "
                "and its key is not in the node's keyring",
                hint="Open the chain with `authorities=` holding that key.",
            )
        return header.sealed(DigestItem(SEAL, AURA, signer.sign(header.hash)))


def slot_author(host: Host, state: State | Amended, slot: int) -> bytes:
    """The authority of a slot: `slot mod n`, as in Aura."""
    data = host.call("AuraApi_authorities", b"", state)
    count, at = compact_read(data, 0)
    if count == 0:
        raise AuthoringError("the runtime names no authority")
    at += slot % count * HASH_BYTES
    return data[at : at + HASH_BYTES]


def _without_culprit(
    attempt: Callable[[Sequence[PoolEntry]], Proposal], spoiled: _SpoiledBlock
) -> Proposal:
    """The block up to the first candidate with which it cannot be finalised.

    A call of root may leave a state on which the runtime panics at the end of the block. Its
    extrinsic would be taken into each further attempt, and no block would ever be made.
    """
    good = attempt(())
    fine, spoils = 0, len(spoiled.taken)
    while spoils - fine > 1:
        middle = (fine + spoils) // 2
        try:
            good = attempt(spoiled.taken[:middle])
            fine = middle
        except _SpoiledBlock:
            spoils = middle
    culprit = spoiled.taken[spoils - 1]
    return replace(good, invalid=(*good.invalid, (culprit.hash, ValidityError("Call"))))


class _BlockBuilder:
    """One block under construction."""

    def __init__(self, host: Host, ext: HostExternalities, version: RuntimeVersion) -> None:
        self._host = host
        self.ext = ext
        self._extrinsics_layout = version.extrinsics_layout
        self._only_inherents = False
        self.extrinsics: list[bytes] = []
        self.taken: list[PoolEntry] = []
        self.invalid: list[tuple[bytes, ValidityError]] = []
        self.waits = False
        self.failed = 0
        self._bytes = 0

    def initialise(self, parent: Header, moment: Moment, number: int | None = None) -> None:
        digest: tuple[DigestItem, ...] = ()
        if moment.slot is not None:
            digest = (DigestItem(PRE_RUNTIME, AURA, moment.slot.to_bytes(8, "little")),)
        self._parent, self._number = parent.hash, number or parent.number + 1
        self._slot = moment.slot
        header = Header(self._parent, self._number, ZERO_HASH, ZERO_HASH, digest)
        self._bytes = len(header.encode())
        mode = self._run("Core_initialize_block", header.encode())
        self._only_inherents = mode == _ONLY_INHERENTS

    def apply_inherents(self, data: bytes) -> None:
        for extrinsic in decode_body(self._run("BlockBuilder_inherent_extrinsics", data)):
            error = self._apply(extrinsic)
            if error is not None:
                raise AuthoringError(f"the runtime refuses its own inherent: {error.text}")

    def apply_forced(self, extrinsic: bytes) -> None:
        if self._only_inherents:
            raise AuthoringError("the runtime is migrating: it takes no extrinsics in this block")
        try:
            error = self._apply(extrinsic)
        except RuntimePanic as panic:
            raise panicked(panic.reason) from panic
        if error is not None:
            raise refused(error)

    def apply_candidates(
        self, candidates: Iterable[PoolEntry], is_late: Callable[[], bool], opener: Opener
    ) -> None:
        """Apply as many candidates as fit; those sealed to another author's key stay in the
        pool."""
        if self._only_inherents:
            return
        skipped = 0
        blocked: set[bytes] = set()
        for entry in candidates:
            if skipped > _SKIPPED_MOST or is_late():
                return
            if not blocked.isdisjoint(entry.valid.requires):
                blocked.update(entry.valid.provides)
                continue
            sealed = opener.look(entry.extrinsic)
            if sealed is not None and not opener.is_due(sealed):
                self.waits = self.waits or opener.is_coming(sealed)
                blocked.update(entry.valid.provides)
                continue
            error = self._apply_candidate(entry.extrinsic, 0 if sealed is None else sealed.inner)
            if error is None:
                self.taken.append(entry)
                if sealed is not None and self._apply_opened(opener.open(sealed)):
                    skipped += 1
                continue
            blocked.update(entry.valid.provides)
            if error.exhausts_resources:
                skipped += 1
            else:
                self.invalid.append((entry.hash, error))

    def _apply_candidate(self, extrinsic: bytes, inner: int = 0) -> ValidityError | None:
        """Apply one extrinsic if there is room for it and for `inner` bytes more, which it will
        release."""
        if self._bytes + len(extrinsic) + inner > BLOCK_BYTES:
            return ValidityError("ExhaustsResources")
        try:
            return self._apply(extrinsic)
        except (RuntimePanic, DecodeError):
            return ValidityError("Call")

    def _apply_opened(self, extrinsic: bytes | None) -> bool:
        """Apply the sealed extrinsic right behind its envelope; returns whether only room was
        lacking.

        The envelope has paid already, so an extrinsic that is invalid or cannot be opened is
        dropped.
        """
        error = None if extrinsic is None else self._apply_candidate(extrinsic)
        return error is not None and error.exhausts_resources

    def finalise(self) -> Header:
        header = Header.decode(self._run("BlockBuilder_finalize_block", b""))
        self._expect("parent hash", header.parent_hash, self._parent)
        self._expect("state root", header.state_root, self.ext.root())
        extrinsics_root = self.ext.ordered_root(self.extrinsics, self._extrinsics_layout)
        self._expect("extrinsics root", header.extrinsics_root, extrinsics_root)
        if header.number != self._number:
            raise AuthoringError(f"the runtime finalised block {header.number}")
        if header.slot != self._slot:
            raise AuthoringError(f"the runtime finalised a block of slot {header.slot}")
        return header

    def patch(self, header: Header, changes: Mapping[bytes, bytes | None]) -> Header:
        """Write `changes` over the state after execution; returns the header with the new root."""
        self.ext.write(changes)
        return Patch(header.state_root, changes).on(header, self.ext.root())

    def _apply(self, extrinsic: bytes) -> ValidityError | None:
        """Apply one extrinsic; if it is invalid or the runtime panics, its changes are rolled
        back."""
        depth = self.ext.depth
        self.ext.begin()
        error: ValidityError | None = ValidityError("Call")
        try:
            outcome = self._run("BlockBuilder_apply_extrinsic", extrinsic)
            error = decode_applied(outcome)
        finally:
            while error is not None and self.ext.depth > depth:
                self.ext.rollback()
        if error is not None:
            return error
        self.ext.commit()
        self.failed += outcome.startswith(_FAILED)
        self._bytes += len(extrinsic)
        self.extrinsics.append(extrinsic)
        return None

    def _run(self, entry: str, args: bytes) -> bytes:
        return self._host.run(entry, args, self.ext)

    def _expect(self, what: str, found: bytes, computed: bytes) -> None:
        if found != computed:
            raise AuthoringError(
                f"the runtime's {what} of block {self._number} is 0x{found.hex()}, "
                f"the host's 0x{computed.hex()}"
            )


def extrinsic_hash(extrinsic: bytes) -> bytes:
    """The hash of an extrinsic: blake2-256 of its whole encoding."""
    return blake2_256(extrinsic)
