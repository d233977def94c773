"""Execution of blocks and extrinsics (`frame_executive`).

A refused extrinsic writes nothing. A failed call still pays its fee, uses its nonce and deposits
its events. A violation of a block rule is a panic.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any, NamedTuple

from btsdk.errors import DecodeError
from chain_spec.pallets import system
from local_node.runtime.assembly import Assembly
from local_node.runtime.executive.extrinsics import Extrinsic, Extrinsics, SignedPart
from local_node.runtime.extensions.extension import Dispatched, Transaction
from local_node.runtime.extensions.pipeline import Pipeline
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.dispatcher import DispatchInfo
from local_node.runtime.frame.errors import CANNOT_LOOKUP, BadInput, DispatchFailure, panic
from local_node.runtime.frame.origin import none, signed
from local_node.runtime.frame.validity import Refusal, invalid, unknown
from local_node.runtime.frame.weight import ZERO, PostDispatch, Weight
from local_node.runtime.pallets.system import block, limits
from local_node.state.cache import Cache

Header = dict[str, Any]
ApplyResult = tuple[str, Any]

_REMEMBERED = 4096


class Weighed(NamedTuple):
    """The weights of an extrinsic: of the call, of the extensions if it is signed, and their
    sum."""

    info: DispatchInfo
    extensions: Weight
    whole: Weight


class Blocks:
    """The part of `Core` and `BlockBuilder` that builds and executes blocks."""

    def __init__(self, assembly: Assembly, extrinsics: Extrinsics, pipeline: Pipeline) -> None:
        self.assembly = assembly
        self.extrinsics = extrinsics
        self.pipeline = pipeline
        self._weighed: Cache[bytes, Weighed] = Cache(_REMEMBERED)

    # -- the block ------------------------------------------------------------------------------

    def initialize_block(self, ctx: Context, header: Header) -> str:
        """Begin a block; only the pre-runtime part of its digest is used."""
        logs = [log for log in header["digest"]["logs"] if log[0] == "PreRuntime"]
        block.reset_events(ctx)
        weight = self._upgrade(ctx)
        block.initialize(ctx, header["number"], header["parent_hash"], {"logs": logs})
        for hooks in self.assembly.hooks.values():
            if hooks.on_initialize is not None:
                weight = weight.plus(hooks.on_initialize(ctx) or ZERO)
        limits.register(ctx, "Mandatory", weight.plus(limits.base_block(ctx)))
        block.note_finished_initialize(ctx)
        return "AllExtrinsics"

    def finalize_block(self, ctx: Context) -> Header:
        """End the block; return its header, without the seal."""
        block.note_finished_extrinsics(ctx)
        self._idle(ctx)
        for hooks in self.assembly.hooks.values():
            if hooks.on_finalize is not None:
                hooks.on_finalize(ctx)
        return block.finalize(ctx)

    def execute_block(self, ctx: Context, block: dict[str, Any]) -> None:
        """Execute a block; panic unless the result matches its header."""
        header: Header = block["header"]
        self.initialize_block(ctx, header)
        self._check_parent(ctx, header)
        extrinsics = [self.decode(content) for content in block["extrinsics"]]
        _ensure_inherents_first([self.is_inherent(extrinsic) for extrinsic in extrinsics])
        for extrinsic in extrinsics:
            result = self.apply(ctx, extrinsic)
            if result[0] == "Err":
                panic(f"an extrinsic of the block is not valid: {result[1]}")
        self._check_outcome(header, self.finalize_block(ctx))

    def _upgrade(self, ctx: Context) -> Weight:
        """Run the pallets' migrations if another runtime version wrote the state."""
        version = ctx.constant(system.constants.Version)
        current = {"spec_version": version["spec_version"], "spec_name": version["spec_name"]}
        if ctx.get(system.storage.LastRuntimeUpgrade) == current:
            return ZERO
        ctx.set(system.storage.LastRuntimeUpgrade, current)
        weight = ZERO
        for hooks in self.assembly.hooks.values():
            if hooks.on_runtime_upgrade is not None:
                weight = weight.plus(hooks.on_runtime_upgrade(ctx) or ZERO)
        return weight

    def _idle(self, ctx: Context) -> None:
        remaining = limits.max_block(ctx).minus(limits.consumed(ctx))
        if not remaining.ref_time or not remaining.proof_size:
            return
        used = ZERO
        for hooks in self.assembly.hooks.values():
            if hooks.on_idle is not None:
                used = used.plus(hooks.on_idle(ctx, remaining.minus(used)) or ZERO)
        limits.register(ctx, "Mandatory", used)

    def _check_parent(self, ctx: Context, header: Header) -> None:
        number = header["number"]
        known = ctx.get(system.storage.BlockHash, number - 1) if number > 0 else None
        if known != header["parent_hash"]:
            panic("Parent hash should be valid.")

    def _check_outcome(self, header: Header, computed: Header) -> None:
        if header["digest"] != computed["digest"]:
            panic("Number of digest items must match that calculated.")
        if header["state_root"] != computed["state_root"]:
            panic("Storage root must match that calculated.")
        if header["extrinsics_root"] != computed["extrinsics_root"]:
            panic("Transaction trie root must be valid.")

    # -- extrinsics -----------------------------------------------------------------------------

    @cached_property
    def _inherents(self) -> frozenset[str]:
        """The full names of the calls that are inherents."""
        hooks = self.assembly.hooks
        return frozenset(f"{name}.{h.inherent.call}" for name, h in hooks.items() if h.inherent)

    def is_inherent(self, extrinsic: Extrinsic) -> bool:
        """Whether it is an inherent: unsigned, and an inherent call of a pallet."""
        return extrinsic.signed is None and extrinsic.call_name in self._inherents

    def decode(self, content: bytes) -> Extrinsic:
        """Decode an extrinsic; panic on malformed bytes, as a compiled runtime does."""
        try:
            return self.extrinsics.decode(content)
        except DecodeError as error:
            raise BadInput(str(error)) from error

    def apply_extrinsic(self, ctx: Context, extrinsic: bytes) -> ApplyResult:
        """Apply one encoded extrinsic to the current block."""
        return self.apply(ctx, self.decode(extrinsic))

    def apply(self, ctx: Context, extrinsic: Extrinsic) -> ApplyResult:
        """Apply a decoded extrinsic: `Ok(Ok)`, `Ok(Err)` for a failed call, `Err` if refused."""
        try:
            with ctx.transaction():
                return ("Ok", self._apply(ctx, extrinsic))
        except Refusal as refusal:
            return ("Err", refusal.value())

    def _apply(self, ctx: Context, extrinsic: Extrinsic) -> ApplyResult:
        weighed = self.weigh(extrinsic)
        info, transaction = weighed.info, self.check(ctx, extrinsic, weighed)
        if not self.is_inherent(extrinsic) and not ctx.get(system.storage.InherentsApplied):
            ctx.set(system.storage.InherentsApplied, True)
        block.note_extrinsic(ctx, extrinsic.encoded)
        if transaction is None:
            failure, done = self._dispatch_bare(ctx, extrinsic, info)
        else:
            failure, done = self._dispatch_signed(ctx, transaction, extrinsic)
        if failure is not None and info.kind == "Mandatory":
            raise invalid("BadMandatory")
        weight = done.weight.plus(limits.base_extrinsic(ctx, info.kind))
        error = None if failure is None else ctx.schema.error_value(failure.error)
        block.note_applied_extrinsic(
            ctx,
            error,
            {
                "weight": weight.value(),
                "class": info.kind,
                "pays_fee": "Yes" if done.pays else "No",
            },
        )
        return ("Ok", ()) if failure is None else ("Err", error)

    def weigh(self, extrinsic: Extrinsic) -> Weighed:
        """The weight and class of an extrinsic, and whether it pays a fee; computed once."""
        found = self._weighed.get(extrinsic.content)
        if found is None:
            part, call = extrinsic.signed, extrinsic.call
            extensions = ZERO if part is None else self.pipeline.weight(call, part.extra)
            info = self.assembly.dispatch_info(call)
            found = Weighed(info, extensions, info.call_weight.plus(extensions))
            self._weighed.put(extrinsic.content, found)
        return found

    def check(self, ctx: Context, extrinsic: Extrinsic, weighed: Weighed) -> Transaction | None:
        """Check address and signature; return None for an unsigned extrinsic."""
        part = extrinsic.signed
        if part is None:
            if extrinsic.is_general:
                raise invalid("UnknownOrigin")
            return None
        transaction = self._transaction(extrinsic, part, weighed)
        self.pipeline.check_signature(ctx, transaction, part.extra, part.covered, part.signature)
        return transaction

    def _transaction(self, extrinsic: Extrinsic, part: SignedPart, weighed: Weighed) -> Transaction:
        info = weighed.info
        kind, account = part.address
        if kind != "Id":
            raise unknown(CANNOT_LOOKUP)
        return Transaction(
            self.assembly,
            account,
            extrinsic.call,
            info.kind,
            weighed.whole,
            weighed.extensions,
            info.pays,
            extrinsic.length,
        )

    def _dispatch_signed(
        self, ctx: Context, transaction: Transaction, extrinsic: Extrinsic
    ) -> tuple[DispatchFailure | None, Dispatched]:
        assert extrinsic.signed is not None
        extra = extrinsic.signed.extra
        self.pipeline.check(ctx, transaction, extra)
        prepared = self.pipeline.prepare(ctx, transaction, extra)
        failure, post = self._dispatch(ctx, transaction.call, signed(transaction.signer))
        weight = transaction.weight
        if post.weight is not None:
            weight = post.weight.plus(transaction.extension_weight).lowest(weight)
        done = Dispatched(weight, transaction.pays and post.pays is not False)
        self.pipeline.after(ctx, transaction, prepared, done)
        return failure, done

    def _dispatch_bare(
        self, ctx: Context, extrinsic: Extrinsic, info: DispatchInfo
    ) -> tuple[DispatchFailure | None, Dispatched]:
        limits.check_extrinsic(ctx, info.kind, info.call_weight, extrinsic.length)
        limits.take_up(ctx, info.kind, info.call_weight, extrinsic.length)
        pallet, inner = extrinsic.call
        name, args = (inner, {}) if isinstance(inner, str) else inner
        validate = self.unsigned_validator(pallet)
        if validate is not None and not self.is_inherent(extrinsic):
            validate(ctx, "InBlock", name, args)
        failure, post = self._dispatch(ctx, extrinsic.call, none)
        weight = info.call_weight if post.weight is None else post.weight.lowest(info.call_weight)
        limits.reduce(ctx, info.kind, info.call_weight.minus(weight))
        return failure, Dispatched(weight, info.pays and post.pays is not False)

    def unsigned_validator(self, pallet: str) -> Any:
        """The pallet's validation of unsigned calls, or None."""
        hooks = self.assembly.hooks.get(pallet)
        return None if hooks is None else hooks.validate_unsigned

    def _dispatch(
        self, ctx: Context, call: Any, origin: Any
    ) -> tuple[DispatchFailure | None, PostDispatch]:
        try:
            return None, ctx.dispatch(call, origin)
        except DispatchFailure as failure:
            return failure, failure.post or PostDispatch()


def _ensure_inherents_first(inherents: list[bool]) -> None:
    """Panic unless all inherents come before the other extrinsics."""
    if inherents != sorted(inherents, reverse=True):
        panic("Invalid inherent position for extrinsic")
