"""The programs of both clients, which differ only in how they run a program."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar

from btsdk import networks
from btsdk.client.setup import Setup
from btsdk.descriptors.inputs import account_of
from btsdk.errors import (
    BtError,
    DispatchError,
    PolicyViolation,
    ProtocolError,
    TransactionDropped,
    TransactionRefused,
)
from btsdk.events.system import ExtrinsicFailed
from btsdk.keys import Signer, ss58
from btsdk.networks import NETWORKS
from btsdk.reads import balances, block_body, blocks, chain_info, following, latency, waiting
from btsdk.reads.block_body import Block, BlockExtrinsic
from btsdk.reads.blocks import STALE_AFTER
from btsdk.reads.chain_info import ChainInfo
from btsdk.reads.latency import Latency
from btsdk.reads.waiting import SubnetEpoch
from btsdk.rpc.effects import Acquire, Json, Program, Release, RpcCall, ask
from btsdk.rpc.session import genesis_hash
from btsdk.state import block_context
from btsdk.state.block_context import BlockContext
from btsdk.tx import follow, lookup, prepare
from btsdk.tx.follow import DryRun, Wait
from btsdk.tx.nonces import Nonces
from btsdk.tx.operation import Wanted
from btsdk.tx.placing import LOCK_TIMEOUT_S, nonce_lock
from btsdk.tx.prepare import Chain, Options, Plan
from btsdk.tx.receipt import Receipt
from btsdk.tx.signed import SignedPayload

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from btsdk.descriptors import StorageItem, TypedEvent
    from btsdk.descriptors.inputs import Account
    from btsdk.ops.limit_orders import LimitOrder, SignedLimitOrder
    from btsdk.tx.policy import SigningPolicy
    from btsdk.units import Tao

T = TypeVar("T")


class Choices(TypedDict, total=False):
    """The options of `prepare`, as keywords: see `btsdk.tx.prepare.Options`."""

    tip: Tao
    period: int | None
    nonce: int | None
    check_metadata: bool
    mev_protection: bool
    accept_differences: bool


class Core:
    """The programs of one client."""

    def __init__(self, parts: Setup, policy: SigningPolicy | None = None) -> None:
        self._parts = parts
        self._policy = policy
        self._chain: Chain | None = None
        self._nonces = Nonces(lambda: parts.session.connections)

    def head(self) -> Program[BlockContext]:
        """The best block."""
        return block_context.head(self._parts.runtimes)

    def finalized(self) -> Program[BlockContext]:
        """The last finalized block."""
        return block_context.finalized(self._parts.runtimes)

    def at(self, block: int | str) -> Program[BlockContext]:
        """The block of a height or a hash."""
        return block_context.at(self._parts.runtimes, block)

    def info(self) -> Program[ChainInfo]:
        """The node's description of its chain, at the best block."""
        at = yield from self.head()
        session = self._parts.session
        genesis = yield from self.genesis_hash()
        name = self._name(genesis)
        return (yield from chain_info.chain_info(at, name, session.endpoint, genesis))

    def _name(self, genesis: str) -> str:
        """The network's name; for an endpoint, that of the known network it serves, if any."""
        given = self._parts.network.name
        return given if given in NETWORKS else networks.named(genesis) or given

    def genesis_hash(self) -> Program[str]:
        """The hash of block 0: the chain's identity."""
        known = self._parts.session.genesis
        if known is None:  # not connected yet: the session requests it first
            answer = yield from ask(RpcCall("chain_getBlockHash", (0,)))
            known = self._parts.session.genesis or genesis_hash(answer)
        return known

    def latency(self, requests: int = 5) -> Program[Latency]:
        """How long the endpoint takes to answer, in so many requests one after another."""
        found = yield from latency.latency(self._parts.session.endpoint, requests)
        return replace(found, endpoint=self._parts.session.endpoint)  # known once it is connected

    def next_nonce(self, address: str) -> Program[int]:
        """The nonce of the account's next transaction, the pool included."""
        return balances.next_nonce(address)

    def call(self, method: str, *params: Json) -> Program[Json]:
        """Call any RPC method; returns its result as decoded JSON."""
        return ask(RpcCall(method, params))

    def blocks(
        self, *, finalized: bool = False, stale_after: float | None = STALE_AFTER
    ) -> Program[None]:
        """Emit the `Header` of each new block without end; see `reads.blocks.watch`."""
        return blocks.watch(finalized, stale_after)

    def wait_for_block(self, number: int, timeout: float | None = None) -> Program[BlockContext]:
        """The block of this height, once the chain has it."""
        return waiting.wait_for_block(self._parts.runtimes, number, timeout)

    def wait_for_epoch(self, netuid: int, timeout: float | None = None) -> Program[SubnetEpoch]:
        """The subnet's next epoch, once it has run; `DeadlineExceeded` after `timeout` seconds."""
        return waiting.wait_for_epoch(self._parts.runtimes, netuid, timeout)

    def epochs(self, netuid: int) -> Program[None]:
        """Emit an `SubnetEpoch` for each epoch of the subnet from now on, without end."""
        return waiting.epochs(self._parts.runtimes, netuid)

    def block_events(
        self,
        kind: type[TypedEvent] | None = None,
        *,
        account: Account | None = None,
        finalized: bool = False,
        stale_after: float | None = STALE_AFTER,
    ) -> Program[None]:
        """Emit the `BlockEvents` of each new block that has events of this kind."""
        return following.block_events(
            self._parts.runtimes, kind, account, finalized=finalized, stale_after=stale_after
        )

    def history(
        self,
        account: Account,
        first: int,
        last: int | None = None,
        *,
        kind: type[TypedEvent] | None = None,
    ) -> Program[None]:
        """Emit the `BlockEvents` of past blocks that name an account."""
        return following.history(self._parts.runtimes, account, first, last, kind)

    def transfers(
        self,
        address: Account,
        *,
        finalized: bool = False,
        stale_after: float | None = STALE_AFTER,
    ) -> Program[None]:
        """Emit an `AccountTransfer` for each transfer of TAO from or to an account."""
        return following.transfers(
            self._parts.runtimes, address, finalized=finalized, stale_after=stale_after
        )

    def watch_storage(self, item: StorageItem[..., Any, Any], *keys: Any) -> Program[None]:
        """Emit the value of a storage item now and at each change."""
        return following.watch_storage(self._parts.runtimes, item, keys)

    def block(self, at: BlockContext) -> Program[Block]:
        """The whole block: header, time, author, extrinsics with their results, events."""
        return block_body.block(self._parts.runtimes, at)

    def extrinsics(self, at: BlockContext) -> Program[list[BlockExtrinsic]]:
        """The extrinsics of the block, with calls, signers, fees and results."""
        return block_body.extrinsics(self._parts.runtimes, at)

    def events(
        self, at: BlockContext, kind: Any = None, account: Account | None = None
    ) -> Program[Any]:
        """The events of the block, typed if they are of one kind."""
        return block_body.events(self._parts.runtimes, at, kind, account)

    def receipt(
        self,
        extrinsic_hash: str,
        *,
        near: int | str | None = None,
        within: int = lookup.WITHIN,
    ) -> Program[Receipt]:
        """The receipt of an extrinsic, searched by its hash in the `within` blocks before and after
        `near`, a height or a block's hash; by default in the newest blocks.

        Raises `UsageError` if none of them has it.
        """
        return lookup.find_receipt(self._parts.runtimes, extrinsic_hash, near, within)

    def prepare(
        self, operation: Wanted, signer: Signer | str, **choices: Unpack[Choices]
    ) -> Program[Plan]:
        """Prepare an operation: the plan with its preview. Nothing is signed.

        `signer` may be an address whose key is elsewhere: see `Plan.unsigned`. `period` is in
        blocks, None for an extrinsic that never expires. `check_metadata` signs the metadata hash
        if the chain verifies it (RFC-0078). `mev_protection` sends it encrypted to the author of
        its block, for a second fee (`btsdk.tx.shielded`). `accept_differences` signs even if the
        network differs from this release's declarations, which otherwise raises `InterfaceDiffers`.
        Raises `PolicyViolation` for what the client's signing policy forbids.
        """
        return (yield from self._prepared(operation, signer, self._policy, choices))

    def _prepared(
        self,
        operation: Wanted,
        signer: Signer | str,
        policy: SigningPolicy | None,
        choices: Choices,
    ) -> Program[Plan]:
        at = yield from self.head()
        chain = yield from self._identity()
        options = Options(**choices)
        runtimes, nonces = self._parts.runtimes, self._nonces
        plan = prepare.prepare(runtimes, nonces, at, chain, operation, signer, options, policy)
        return (yield from plan)

    def fee(self, operation: Wanted, account: Account, **choices: Unpack[Choices]) -> Program[Tao]:
        """The fee, without a tip, of an operation or call of `account`. No key is needed.

        Raises `ProtocolError` if the node does not estimate fees.
        """
        address = ss58.encode(account_of(account))
        plan = yield from self._prepared(operation, address, None, choices)
        if plan.preview.fee is None:
            raise ProtocolError(
                "the node does not estimate the fee (payment_queryInfo)",
                hint="Ask another node; those of public networks serve this method.",
            )
        return plan.preview.fee

    def submit(self, plan: Plan | SignedPayload, *, wait: Wait = "included") -> Program[Receipt]:
        """Sign if necessary, submit, and follow into a block.

        Raises `TransactionRefused`, `TransactionDropped`, `TransactionExpired` or `DispatchError`.
        """
        program = follow.submit(self._parts.runtimes, self._nonces, plan, wait)
        return (yield from _counted(plan, program))

    def send(self, plan: Plan | SignedPayload) -> Program[str]:
        """Sign and submit without waiting; returns the extrinsic's hash."""
        return (yield from _counted(plan, follow.send(self._parts.runtimes, self._nonces, plan)))

    def sign_order(self, order: LimitOrder, signer: Signer) -> Program[SignedLimitOrder]:
        """Sign a limit order for this chain. Nothing is sent: a relayer carries it out.

        A signing policy cannot see the trade: with one it raises `PolicyViolation`, unless `calls`
        of the policy names `LimitOrders.execute_orders` in full.
        """
        from btsdk.ops.limit_orders import sign_order  # noqa: PLC0415  # few sign one

        name = "LimitOrders.execute_orders"
        if self._policy is not None and name not in (self._policy.calls or ()):
            raise PolicyViolation("calls", "a limit order is carried out by others, later")
        at = yield from self.head()
        return (yield from sign_order(at, order, signer))

    def dry_run(self, plan: Plan | SignedPayload) -> Program[DryRun]:
        """Dry-run the signed extrinsic; the node must serve `system_dryRun`."""
        return follow.dry_run(self._parts.runtimes, plan)

    def execute(
        self,
        operation: Wanted,
        signer: Signer,
        *,
        wait: Wait = "included",
        **choices: Unpack[Choices],
    ) -> Program[Receipt]:
        """Prepare and submit in one step, without a preview."""
        lock = nonce_lock(signer.public_key)
        if choices.get("mev_protection") and choices.get("nonce") is None:
            yield from ask(Acquire(lock, LOCK_TIMEOUT_S))  # its era is too short to wait afterwards
        try:
            plan = yield from self.prepare(operation, signer, **choices)
        except BtError:
            yield from ask(Release(lock))
            raise
        return (yield from self.submit(plan, wait=wait))

    def _identity(self) -> Program[Chain]:
        """The chain's identity, requested once: a session never changes its chain."""
        if self._chain is None:
            found = yield from self.info()
            self._chain = Chain(found.network, found.chain, found.genesis_hash)
        return self._chain


def _counted(plan: Plan | SignedPayload, program: Program[T]) -> Program[T]:
    """Run the submission of a plan; what took nothing does not count for its signing policy."""
    try:
        return (yield from program)
    except (TransactionRefused, TransactionDropped, DispatchError) as error:
        undone = not isinstance(error, DispatchError) or _failed_whole(error)
        if undone and isinstance(plan, Plan) and plan.permit is not None:
            plan.permit.give_back()
        raise


def _failed_whole(error: DispatchError) -> bool:
    """Whether the extrinsic itself failed; in a batch other parts may have succeeded."""
    found = error.receipt
    return isinstance(found, Receipt) and bool(found.find(ExtrinsicFailed))
