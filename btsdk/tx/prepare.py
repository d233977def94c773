"""Preparation of plans: everything that is decided before signing.

Preparing changes nothing. A plan is valid for its era (128 blocks by default); its preview names
the chain, the effects and the fee.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from btsdk.errors import (
    AmountError,
    InterfaceDiffers,
    ProtocolError,
    RpcError,
    TransactionRefused,
    UsageError,
)
from btsdk.extrinsic import Era, Signing
from btsdk.integers import settle
from btsdk.keys import Crypto, Signer, ss58
from btsdk.networks import NETWORKS, named
from btsdk.rpc.effects import Program, RpcCall, ask
from btsdk.state.block_context import BlockContext, height, pin, unhex
from btsdk.state.query import storage
from btsdk.state.runtimes import CHECK, Runtimes
from btsdk.storage.system import Account
from btsdk.tx.nonces import Nonces
from btsdk.tx.operation import Draft, Refusal, Wanted, describe, drafted
from btsdk.tx.signed import SignedPayload, UnsignedPayload, dummy, unsigned_payload
from btsdk.units import Tao

if TYPE_CHECKING:
    from btsdk.tx.policy import Permit, SigningPolicy

PERIOD = 128
"""Blocks: about 25 minutes on finney, enough to sign on another machine."""

SEALED_PERIOD = 8
"""Blocks: the longest era that the chain accepts for an envelope."""


@dataclass(frozen=True)
class Chain:
    """The chain of a client: its names for previews, and its genesis hash for signatures."""

    network: str
    name: str
    genesis_hash: str

    @property
    def known(self) -> str | None:
        """The known network with this genesis, whichever endpoint serves it."""
        return named(self.genesis_hash)


@dataclass(frozen=True)
class Options:
    """Options of a plan. `period` is in blocks, None for an extrinsic that never expires; `nonce`
    is None for the next one: the preview shows it, and it is chosen again when the plan is
    submitted. `check_metadata` signs the metadata hash if the
    chain verifies it (RFC-0078), so that the chain refuses a call that the endpoint described
    wrongly. `mev_protection` sends it encrypted, for a second fee and at most eight blocks:
    `tx.shielded`. `accept_differences` signs even if the network differs from this release's
    declarations.
    """

    tip: Tao = field(default_factory=lambda: Tao.from_rao(0))
    period: int | None = PERIOD
    nonce: int | None = None
    check_metadata: bool = True
    mev_protection: bool = False
    accept_differences: bool = False

    def __post_init__(self) -> None:
        if not isinstance(self.tip, Tao):
            kind = type(self.tip).__name__
            raise AmountError(f"tip is in TAO, not {kind}", hint="Use Tao.parse('0.001').")
        if self.period is not None:
            settle(self, "period", 1)
        if self.nonce is not None:
            settle(self, "nonce", 0)


@dataclass(frozen=True)
class Preview:
    """The preview of a plan. `fee` excludes the tip and is None if the node does not estimate it;
    `last_block` is the last block that may include the extrinsic. `refusals` are the reasons why
    the chain would certainly refuse it in its present state; they are also among the `warnings`.
    `differences` lists where a known network differs from this release's declarations; they must be
    accepted before signing."""

    network: str
    chain: str
    genesis_hash: str
    signer: str
    call: str
    fee: Tao | None
    tip: Tao
    nonce: int
    last_block: int | None
    effects: tuple[str, ...]
    warnings: tuple[str, ...]
    refusals: tuple[Refusal, ...] = ()
    differences: tuple[str, ...] = ()


@dataclass
class Sent:
    """The first nonce that a plan was sent with; None before."""

    nonce: int | None = None


@dataclass(frozen=True)
class Plan:
    """A prepared operation. `signer` is None if it is signed elsewhere. Submitted again, it has the
    nonce that it was `sent` with."""

    operation: Wanted
    draft: Draft
    preview: Preview
    at: BlockContext = field(repr=False)
    chain: Chain
    options: Options
    address: str
    signer: Signer | None = field(repr=False)
    payload: UnsignedPayload = field(repr=False)
    sent: Sent = field(default_factory=Sent, repr=False, compare=False)
    permit: Permit | None = field(default=None, repr=False, compare=False)

    @property
    def first_nonce(self) -> int:
        """The nonce of the extrinsic to submit: with MEV protection that of the envelope."""
        nonce = self.payload.signing.nonce
        return nonce - 1 if self.options.mev_protection else nonce

    def with_nonce(self, first: int) -> Plan:
        """The same plan with another `first_nonce`."""
        if first == self.first_nonce:
            return self
        old = self.payload
        signing = replace(old.signing, nonce=old.signing.nonce + first - self.first_nonce)
        payload = unsigned_payload(
            self.at.metadata, old.address, old.call, signing, old.birth, old.expects
        )
        return replace(self, payload=payload)

    def unsigned(self) -> UnsignedPayload:
        """The payload to sign on another machine; not for operations with a proof of work."""
        self.check_accepted()
        if self.draft.finish is not None:
            raise UsageError("a proof of work expires within a few blocks: sign it on this machine")
        if self.options.mev_protection:
            raise UsageError("with MEV protection, sign on this machine: keys change")
        self.check_policy()
        return self.payload

    def sign(self) -> SignedPayload:
        """The payload, signed by the plan's signer."""
        return self.unsigned().sign(self.own_signer())

    def check_accepted(self) -> None:
        """Raise `InterfaceDiffers` if there are differences that were not accepted."""
        if self.preview.differences and not self.options.accept_differences:
            raise InterfaceDiffers(self.preview.network, self.preview.differences)

    def check_policy(self) -> None:
        """Count the plan for the signing policy; `PolicyViolation` if it is too much for a day."""
        if self.permit is not None:
            self.permit.claim()

    def accepting_differences(self) -> Plan:
        """The same plan with its `preview.differences` accepted."""
        return replace(self, options=replace(self.options, accept_differences=True))

    def own_signer(self) -> Signer:
        """The signer that the plan was prepared with; `UsageError` if it was an address."""
        if self.signer is None:
            raise UsageError(
                "the plan has no signer", hint="Sign `plan.unsigned()` elsewhere and submit that."
            )
        return self.signer

    def openly(self) -> Plan:
        """The same plan without its envelope, for a dry run."""
        from btsdk.tx.shielded import unsealed  # noqa: PLC0415  # few are sent sealed

        payload = unsealed(self.at.metadata, self.payload)
        return replace(self, options=replace(self.options, mev_protection=False), payload=payload)

    def signed(self, signature: bytes, crypto: Crypto = "sr25519") -> SignedPayload:
        """The payload with a signature that was made elsewhere."""
        return self.unsigned().signed(signature, crypto)


def prepare(
    runtimes: Runtimes,
    nonces: Nonces,
    at: BlockContext,
    chain: Chain,
    operation: Wanted,
    signer: Signer | str,
    options: Options,
    policy: SigningPolicy | None = None,
) -> Program[Plan]:
    """Prepare the plan of an operation for `signer`, or for an address whose key is elsewhere.

    Raises `PolicyViolation` if the policy forbids it.
    """
    at = yield from _trusted(runtimes, at, options)
    address = signer if isinstance(signer, str) else ss58.encode(signer.public_key)
    draft = yield from drafted(operation, at, address)
    verified = options.check_metadata and at.runtime.verifies
    commitment = runtimes.metadata_hash(at.runtime) if verified else None
    nonce = yield from _nonce(nonces, address, at, options)
    payload = yield from _payload(at, chain, draft, address, options, nonce, commitment)
    permit: Permit | None = None
    if policy is not None:
        from btsdk.tx.policy import names_of  # noqa: PLC0415  # few clients have one

        names = names_of(chain.network, chain.known)
        permit = yield from policy.permit(at, names, address, payload.call, options.tip)
    crypto: Crypto = "sr25519" if isinstance(signer, str) else signer.crypto
    fee = yield from _fee(at, payload, crypto, options)
    held = (yield from storage(at, Account, ss58.decode(address)))["data"]
    short = _cannot_pay(Tao.from_rao(held["free"]), fee, options.tip)
    locked = max(held["frozen"] - held["reserved"], 0)
    movable = Tao.from_rao(max(held["free"] - locked, 0))
    draft = replace(draft, refusals=draft.refusals or _beyond(movable, draft, fee, options.tip))
    preview = Preview(
        network=chain.network,
        chain=chain.name,
        genesis_hash=chain.genesis_hash,
        signer=address,
        call=_shown(draft, at),
        fee=fee,
        tip=options.tip,
        nonce=payload.signing.nonce,
        last_block=payload.last_block,
        effects=draft.effects + _SEALED if options.mev_protection else draft.effects,
        warnings=draft.warnings + short + _unverified(at, chain, verified=verified),
        differences=_differences(at, chain, draft, payload, options),
        refusals=draft.refusals,
    )
    own = None if isinstance(signer, str) else signer
    return Plan(operation, draft, preview, at, chain, options, address, own, payload, permit=permit)


def finish(plan: Plan, at: BlockContext) -> Program[Plan]:
    """The plan with its final call, if the operation has a `finish`.

    Only the proof in the call and the era, counted from `at`, are new. Nonce and metadata stay
    those of the preview.
    """
    plan.check_accepted()
    if plan.draft.finish is None:
        return plan
    call = yield from plan.draft.finish()
    draft = replace(plan.draft, call=call, finish=None)
    signing = plan.payload.signing
    now = replace(at, runtime=plan.at.runtime)
    payload = yield from _payload(
        now, plan.chain, draft, plan.address, plan.options, signing.nonce, signing.metadata_hash
    )
    return replace(plan, draft=draft, payload=payload)


def estimate(
    at: BlockContext, payload: UnsignedPayload, crypto: Crypto = "sr25519"
) -> Program[Tao | None]:
    """The node's fee estimate without the tip; None if the node does not serve it.

    Queried at the current best block, because the state of `at` may be pruned.
    """
    extrinsic = dummy(at.metadata, payload, crypto)
    try:
        answer = yield from ask(RpcCall("payment_queryInfo", ("0x" + extrinsic.data.hex(),)))
    except (RpcError, TransactionRefused):
        return None
    return Tao.from_rao(_number(answer))


def _fee(
    at: BlockContext, payload: UnsignedPayload, crypto: Crypto, options: Options
) -> Program[Tao | None]:
    fee = yield from estimate(at, payload, crypto)
    if fee is None or not options.mev_protection:
        return fee
    from btsdk.tx.shielded import empty_envelope  # noqa: PLC0415  # few are sent sealed

    other = yield from estimate(at, empty_envelope(at.metadata, payload, crypto), crypto)
    return None if other is None else fee + other


def _trusted(runtimes: Runtimes, at: BlockContext, options: Options) -> Program[BlockContext]:
    """The block with metadata that is safe to sign with: verified by the chain, or freshly
    fetched."""
    if at.runtime.fresh or (options.check_metadata and at.runtime.verifies):
        return at
    return (yield from pin(runtimes, at.hash, fresh=True))


def counted_nonce(address: str) -> Program[int]:
    """The nonce after those of the account's transactions in blocks and in the node's pool."""
    answer = yield from ask(RpcCall("system_accountNextIndex", (address,)))
    if type(answer) is not int:
        raise ProtocolError(f"system_accountNextIndex answered {str(answer)[:80]}")
    return answer


def _nonce(nonces: Nonces, address: str, at: BlockContext, options: Options) -> Program[int]:
    """The nonce of the call. With MEV protection the envelope uses the one before."""
    count = 2 if options.mev_protection else 1
    nonce = options.nonce
    if nonce is None:
        counted = yield from counted_nonce(address)
        nonce = nonces.next(ss58.decode(address), counted, at.number, count)
    return nonce + count - 1


def _payload(
    at: BlockContext,
    chain: Chain,
    draft: Draft,
    address: str,
    options: Options,
    nonce: int,
    commitment: bytes | None,
) -> Program[UnsignedPayload]:
    genesis = unhex(chain.genesis_hash)
    period = options.period
    if options.mev_protection:
        period = min(period or SEALED_PERIOD, SEALED_PERIOD)
    era, birth, birth_hash = yield from _era(at, period)
    signing = Signing(
        nonce=nonce,
        spec_version=at.runtime.spec_version,
        transaction_version=at.runtime.transaction_version,
        genesis_hash=genesis,
        era_block_hash=genesis if birth is None else birth_hash,
        era=era,
        tip=options.tip.rao,
        metadata_hash=commitment,
    )
    call = draft.call.encode(at.metadata)
    return unsigned_payload(at.metadata, address, call, signing, birth, draft.expects)


def _era(at: BlockContext, period: int | None) -> Program[tuple[Era, int | None, bytes]]:
    """An era that begins at the last finalized block, so that a reorg cannot invalidate it."""
    if period is None:
        return Era.immortal(), None, b""
    finalized = yield from ask(RpcCall("chain_getFinalizedHead"))
    header = yield from ask(RpcCall("chain_getHeader", (finalized,)))
    number = height(header)
    if number + period // 2 < at.number:  # finality lags: half the era would be over
        finalized, number = at.hash, at.number
    era = Era.mortal(period, number)
    birth = era.birth(number)
    if birth != number:
        finalized = yield from ask(RpcCall("chain_getBlockHash", (birth,)))
    return era, birth, unhex(finalized)


def _differences(
    at: BlockContext, chain: Chain, draft: Draft, payload: UnsignedPayload, options: Options
) -> tuple[str, ...]:
    """The differences of a known network from its declarations, in everything that is signed: the
    envelope and announced calls included."""
    if chain.known is None:
        return ()
    from btsdk.tx.declared import differences  # noqa: PLC0415  # start-up: not for local chains

    verified = payload.signing.metadata_hash is not None
    found = differences(at.runtime, payload.call, verified=verified)
    for announced in draft.announced:
        found += differences(at.runtime, announced.call, verified=verified)
    if options.mev_protection:
        from btsdk.tx.shielded import empty_envelope  # noqa: PLC0415  # few are sent sealed

        outer = empty_envelope(at.metadata, payload, "sr25519").call
        found += differences(at.runtime, outer, verified=verified)
    return tuple(dict.fromkeys(found))


def _unverified(at: BlockContext, chain: Chain, *, verified: bool) -> tuple[str, ...]:
    """Warnings about metadata that the chain does not verify."""
    found: tuple[str, ...] = ()
    given = NETWORKS.get(chain.network)
    if chain.known and given is not None and given.genesis != chain.genesis_hash:
        found = (f"this chain has the genesis of {chain.known}: the signature is valid there, too",)
    if verified:
        return found
    if at.runtime.verifies:
        return (*found, f"the check of the metadata is off: {_TRUSTING}")
    return (*found, f"this chain does not check the metadata ({CHECK}): {_TRUSTING}")


def _shown(draft: Draft, at: BlockContext) -> str:
    """The call in one line; without its arguments if it is finished later."""
    if draft.finish is not None:
        return f"{draft.call.pallet}.{draft.call.name}(…)"
    return describe(draft.call, at.metadata)


def _cannot_pay(free: Tao, fee: Tao | None, tip: Tao) -> tuple[str, ...]:
    needed = tip if fee is None else fee + tip
    if free >= needed:
        return ()
    return (f"the account has {free:,} free, and fee and tip alone need {needed:,}",)


def _beyond(movable: Tao, draft: Draft, fee: Tao | None, tip: Tao) -> tuple[Refusal, ...]:
    """A refusal if the account cannot pay both amount and fee; the chain takes the fee first."""
    if not (draft.spends and draft.if_short):
        return ()
    needed = draft.spends + tip if fee is None else draft.spends + tip + fee
    if needed <= movable:
        return ()
    reason = f"amount and fee need {needed:,}, and the account can move {movable:,}"
    return (Refusal(draft.if_short, reason),)


_TRUSTING = "the chain will not verify this preview, which relies on the endpoint alone"
_SEALED = ("it is sent encrypted: its content stays hidden until its block is made",)


def _number(answer: Any) -> int:
    """`partialFee` as an integer (u128); nodes send decimal text, hex text or a number."""
    try:
        fee = answer["partialFee"]
        number = int(fee, 0) if isinstance(fee, str) else fee
        if type(number) is int and 0 <= number < 1 << 128:
            return number
    except (KeyError, TypeError, ValueError) as error:
        raise ProtocolError(f"payment_queryInfo answered {str(answer)[:80]}") from error
    raise ProtocolError(f"payment_queryInfo answered a fee of {str(fee)[:80]}")
