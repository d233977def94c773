"""The async client: the methods of the blocking client as coroutines."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, overload

from btsdk import interop
from btsdk.client.archive import Archive
from btsdk.client.asking import AskedView
from btsdk.client.core import Core
from btsdk.client.methods import Async, ClientMethods, ViewMethods
from btsdk.client.setup import Connect, checked, setup
from btsdk.descriptors import ApiMethod, StorageItem, TypedEvent
from btsdk.drivers.asyncio import AsyncDriver, Threaded, open_websocket
from btsdk.drivers.transport import SILENT_S, AsyncDial, AsyncTransport
from btsdk.errors import BtError
from btsdk.forks import in_child
from btsdk.keys import Signer
from btsdk.networks import Network
from btsdk.reads.blocks import STALE_AFTER, Header
from btsdk.reads.waiting import SubnetEpoch
from btsdk.rpc.effects import Program
from btsdk.rpc.parallel import gather
from btsdk.rpc.pruned import FromArchive, with_archive
from btsdk.rpc.reconnect import Endpoints, Policy
from btsdk.rpc.session import Session
from btsdk.state import query
from btsdk.state.block_context import BlockContext
from btsdk.state.query import StoragePage
from btsdk.tx.follow import Wait
from btsdk.tx.operation import Wanted
from btsdk.tx.prepare import Plan
from btsdk.tx.receipt import Receipt
from btsdk.tx.signed import SignedPayload

if TYPE_CHECKING:
    from substrateinterface import SubstrateInterface  # type: ignore[import-untyped]
    from typing_extensions import Unpack

    from btsdk.client.core import Choices
    from btsdk.descriptors.inputs import Account
    from btsdk.reads.following import AccountTransfer, BlockEvents
    from btsdk.tx.events import Event
    from btsdk.tx.policy import SigningPolicy

P = ParamSpec("P")
T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")
E = TypeVar("E", bound=TypedEvent)
T1 = TypeVar("T1")
T2 = TypeVar("T2")
T3 = TypeVar("T3")
T4 = TypeVar("T4")
T5 = TypeVar("T5")


class AsyncClient(Async, ClientMethods):
    """A client of one chain, for one event loop. Connects on first use; use it in an `async with`
    block.

    The arguments are those of `btsdk.client.Client`. A chain in this process runs in threads of its
    own and never blocks the loop.
    """

    def __init__(
        self,
        network: str = "local",
        *,
        fallbacks: Sequence[str] = (),
        archive: Sequence[str] | None = None,
        chain_file: Path | None = None,
        timeout: float = 30.0,
        connect_timeout: float = 10.0,
        cache: Path | bool = True,
        transport: Connect | None = None,
        policy: Policy | None = None,
        proxy: str | None = "environment",
        headers: Mapping[str, str] | None = None,
        signing_policy: SigningPolicy | None = None,
    ) -> None:
        parts = setup(network, fallbacks, archive, chain_file, transport, cache)
        self.network: Network = parts.network
        self.core = Core(parts, signing_policy)
        silent_s = min(SILENT_S, timeout * 0.8)
        dial = _dial(parts.connect, proxy, silent_s, checked(headers, parts.connect))

        def driver(session: Session, endpoints: Endpoints) -> AsyncDriver:
            return AsyncDriver(
                session,
                endpoints,
                dial,
                timeout=timeout,
                connect_timeout=connect_timeout,
                policy=policy,
            )

        self._driver = driver(parts.session, parts.endpoints)
        self._archive = Archive(parts.network.archive, parts.session, driver)
        self._proxy = proxy
        self._substrate: SubstrateInterface | None = None
        in_child(self, AsyncClient._inherited)

    def _inherited(self) -> None:
        if self._substrate is not None:
            substrate, self._substrate = self._substrate, None
            interop.forsake(substrate)

    async def run(self, program: Program[T], on_item: Callable[[Any], None] | None = None) -> T:
        """Run any program of effects; cancelling stops it."""
        if not self._archive.is_useful:
            return await self._driver.run(program, on_item)
        values: list[T] = []

        def keep() -> Program[None]:
            values.append((yield from with_archive(program)))

        async with contextlib.aclosing(self._driver.iterate(keep())) as items:
            async for item in items:
                if isinstance(item, FromArchive):
                    await self._read_archive(item)
                elif on_item is not None:
                    on_item(item)
        return values[0]

    async def iterate(self, program: Program[Any]) -> AsyncGenerator[Any, None]:
        """Iterate over the items that a program emits; closing the iterator stops it."""
        if self._archive.is_useful:
            program = with_archive(program)
        async with contextlib.aclosing(self._driver.iterate(program)) as items:
            async for item in items:
                if isinstance(item, FromArchive):
                    await self._read_archive(item)
                else:
                    yield item

    async def _read_archive(self, wanted: FromArchive) -> None:
        try:
            wanted.reply = await self._archive.open().run(wanted.program())
        except BtError as error:
            wanted.error = error

    @property
    def endpoint(self) -> str:
        """The endpoint: a `ws://` URL, or a name for messages if it has none."""
        return self._driver.endpoint

    async def head(self) -> AsyncView:
        """The best block, as a view."""
        return AsyncView(self, await self.run(self.core.head()))

    async def finalized(self) -> AsyncView:
        """The last finalized block, as a view."""
        return AsyncView(self, await self.run(self.core.finalized()))

    async def at(self, block: int | str) -> AsyncView:
        """The block of a height or a hash, as a view."""
        return AsyncView(self, await self.run(self.core.at(block)))

    async def submit(
        self,
        plan: Plan | SignedPayload,
        *,
        wait: Wait = "included",
        on_progress: Callable[[Any], None] | None = None,
    ) -> Receipt:
        """Sign if necessary, submit, and follow into a block.

        `on_progress` is called with each `tx.follow.Progress`, and of a search with each
        `pow.SearchProgress`.
        """
        return await self.run(self.core.submit(plan, wait=wait), on_progress)

    async def execute(
        self,
        operation: Wanted,
        signer: Signer,
        *,
        wait: Wait = "included",
        on_progress: Callable[[Any], None] | None = None,
        **choices: Unpack[Choices],
    ) -> Receipt:
        """Prepare and submit in one step, without a preview."""
        program = self.core.execute(operation, signer, wait=wait, **choices)
        return await self.run(program, on_progress)

    def watch(self, plan: Plan | SignedPayload, *, wait: Wait = "included") -> AsyncIterator[Any]:
        """Submit, and yield each step: `pow.Progress` of a search, then `tx.follow.Progress`."""
        return self.iterate(self.core.submit(plan, wait=wait))

    def blocks(
        self, *, finalized: bool = False, stale_after: float | None = STALE_AFTER
    ) -> AsyncIterator[Header]:
        """Iterate over new blocks without end. If none comes for `stale_after` seconds, the next
        endpoint is used; once each was tried, that is an error."""
        return self.iterate(self.core.blocks(finalized=finalized, stale_after=stale_after))

    def epochs(self, netuid: int) -> AsyncIterator[SubnetEpoch]:
        """Iterate over the epochs of a subnet from now on, without end."""
        return self.iterate(self.core.epochs(netuid))

    async def wait_for_block(self, number: int, timeout: float | None = None) -> AsyncView:
        """The block of this height as a view, once the chain has it.

        Raises `DeadlineExceeded` after `timeout` seconds.
        """
        return AsyncView(self, await self.run(self.core.wait_for_block(number, timeout)))

    def block_events(
        self,
        kind: type[TypedEvent] | None = None,
        *,
        account: Account | None = None,
        finalized: bool = False,
        stale_after: float | None = STALE_AFTER,
    ) -> AsyncIterator[BlockEvents]:
        """Iterate over the events of new blocks, as `View.events` gives them, without end. Blocks
        that have none of this kind and account are left out."""
        return self.iterate(
            self.core.block_events(
                kind, account=account, finalized=finalized, stale_after=stale_after
            )
        )

    def history(
        self,
        account: Account,
        first: int,
        last: int | None = None,
        *,
        kind: type[TypedEvent] | None = None,
    ) -> AsyncIterator[BlockEvents]:
        """Iterate over the events that name an account, in the blocks from `first` to `last`, by
        default the best one. Every block is read: the chain keeps no index by account."""
        return self.iterate(self.core.history(account, first, last, kind=kind))

    def transfers(
        self,
        address: Account,
        *,
        finalized: bool = False,
        stale_after: float | None = STALE_AFTER,
    ) -> AsyncIterator[AccountTransfer]:
        """Iterate over the transfers of TAO from or to an account, in new blocks, without end."""
        return self.iterate(
            self.core.transfers(address, finalized=finalized, stale_after=stale_after)
        )

    def watch_storage(
        self, item: StorageItem[P, K, V], *keys: P.args, **named: P.kwargs
    ) -> AsyncIterator[V]:
        """Iterate over the values of a storage item: the present one, and then each that a block
        changes, without end."""
        return self.iterate(self.core.watch_storage(item, *keys, **named))

    @property
    async def substrate(self) -> SubstrateInterface:
        """A blocking `SubstrateInterface` for the same endpoint: `await client.substrate`.

        Raises `InteropError` if there is none for this chain or environment.
        """
        if self._substrate is None:
            await self.genesis_hash()  # connects, so that the endpoint is known
            endpoint = await self._driver.reach()
            self._substrate = await asyncio.to_thread(interop.substrate, endpoint, self._proxy)
        return self._substrate

    async def close(self) -> None:
        """Release the connection; running programs end with `ConnectionLost`."""
        if self._substrate is not None:
            await asyncio.to_thread(self._substrate.close)
        if self._archive.driver is not None:
            await self._archive.driver.close()
        await self._driver.close()

    async def __aenter__(self) -> AsyncClient:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    def __repr__(self) -> str:
        return f"AsyncClient({self.network.name!r})"


class AsyncView(Async, ViewMethods):
    """A view of one block: every read through it sees the same state."""

    def __init__(self, client: AsyncClient, at: BlockContext) -> None:
        self.client = client
        self.at = at

    async def storage(self, item: StorageItem[P, K, V], *keys: P.args, **named: P.kwargs) -> V:
        """The value of a storage item; its default, or None, if nothing is stored."""
        return await self.client.run(query.storage(self.at, item, *keys, **named))

    async def storage_map(self, item: StorageItem[..., K, V], *prefix: Any) -> list[tuple[K, V]]:
        """All entries of a map under a prefix of its keys, with the keys as a tuple."""
        return await self.client.run(query.storage_map(self.at, item, *prefix))

    async def call_api(self, method: ApiMethod[P, V], *args: P.args, **named: P.kwargs) -> V:
        """The result of a runtime API method."""
        return await self.client.run(query.call_api(self.at, method, *args, **named))

    @property
    def ask(self) -> AskedView:
        """The reads as programs, for `gather`."""
        return AskedView(self.client.core, self.at)

    @overload
    async def gather(self, p1: Program[T1], p2: Program[T2], /) -> tuple[T1, T2]: ...
    @overload
    async def gather(
        self, p1: Program[T1], p2: Program[T2], p3: Program[T3], /
    ) -> tuple[T1, T2, T3]: ...
    @overload
    async def gather(
        self, p1: Program[T1], p2: Program[T2], p3: Program[T3], p4: Program[T4], /
    ) -> tuple[T1, T2, T3, T4]: ...
    @overload
    async def gather(
        self, p1: Program[T1], p2: Program[T2], p3: Program[T3], p4: Program[T4], p5: Program[T5], /
    ) -> tuple[T1, T2, T3, T4, T5]: ...
    @overload
    async def gather(self, *reads: Program[T]) -> tuple[T, ...]: ...
    async def gather(self, *reads: Program[Any]) -> tuple[Any, ...]:
        """The results of several reads, which share round trips:
        `view.gather(view.ask.balance(address), view.ask.price(1))`.

        The first one that raises ends them all.
        """
        return tuple(await self.client.run(gather(reads)))

    def storage_pages(
        self, item: StorageItem[..., K, V], *prefix: Any, page: int = query.PAGE
    ) -> AsyncIterator[StoragePage[K, V]]:
        """Iterate over the entries of a map in pages: `.entries`, and `.seen` up to there."""
        return self.client.iterate(query.storage_pages(self.at, item, *prefix, page=page))

    @overload
    async def events(self, kind: None = None, *, account: Account | None = None) -> list[Event]: ...
    @overload
    async def events(self, kind: type[E], *, account: Account | None = None) -> list[E]: ...
    async def events(self, kind: type[E] | None = None, *, account: Account | None = None) -> Any:
        """The events of the block; with a kind such as `events.subtensor.StakeAdded`, those events,
        typed. With an account, those that name it."""
        return await self.client.run(self.client.core.events(self.at, kind, account))

    def __repr__(self) -> str:
        return f"<AsyncView of block {self.number} {self.hash}>"


def _dial(
    connect: Connect | None, proxy: str | None, silent_s: float, headers: Mapping[str, str]
) -> AsyncDial:
    async def dial(endpoint: str, timeout: float) -> AsyncTransport:
        if connect is None:
            return await open_websocket(
                endpoint, timeout, proxy=proxy, silent_s=silent_s, headers=headers
            )
        return Threaded(await asyncio.to_thread(connect))

    return dial
