"""The blocking client: every method runs a program on the caller's thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, overload

from btsdk import interop
from btsdk.client.archive import Archive
from btsdk.client.asking import AskedView
from btsdk.client.core import Core
from btsdk.client.methods import Blocking, ClientMethods, ViewMethods
from btsdk.client.setup import Connect, checked, setup
from btsdk.descriptors import ApiMethod, StorageItem, TypedEvent
from btsdk.drivers.blocking import BlockingDriver, WebSocket
from btsdk.drivers.transport import SILENT_S, Dial, Transport
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


class Client(Blocking, ClientMethods):
    """A client of one chain. Connects on first use; use it in a `with` block, or call `close`.

    `network` is `local` (the local chain's file), `finney`, `test`, `archive`, or a `ws://` or
    `wss://` endpoint, with `fallbacks` to try if it cannot be reached. `chain_file` is the file of
    the local chain, by default `BTSDK_CHAIN_FILE` or the user's own. `timeout` is in seconds, for
    one answer. `cache` is the folder for metadata, True for the user's own, False for none.
    `transport` opens any other connection, such as a chain in this process. `proxy` is the URL of
    an HTTP or SOCKS proxy, None for none; by default it comes from the environment. An endpoint on
    this machine uses no proxy. Reads of a state that the node has pruned go to the `archive`
    endpoints: by default to those that are known of the network. `headers` are sent with the
    request that opens a WebSocket, such as an API key. A `signing_policy` limits what is signed.

    It may be used from several threads.
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

        def driver(session: Session, endpoints: Endpoints) -> BlockingDriver:
            return BlockingDriver(
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
        in_child(self, Client._inherited)

    def _inherited(self) -> None:
        if self._substrate is not None:
            substrate, self._substrate = self._substrate, None
            interop.forsake(substrate)

    def run(self, program: Program[T], on_item: Callable[[Any], None] | None = None) -> T:
        """Run any program of effects."""
        if not self._archive.is_useful:
            return self._driver.run(program, on_item)

        def take(item: Any) -> None:
            if isinstance(item, FromArchive):
                self._read_archive(item)
            elif on_item is not None:
                on_item(item)

        return self._driver.run(with_archive(program), take)

    def iterate(self, program: Program[Any]) -> Iterator[Any]:
        """Iterate over the items that a program emits; closing the iterator stops it."""
        if self._archive.is_useful:
            program = with_archive(program)
        for item in self._driver.iterate(program):
            if isinstance(item, FromArchive):
                self._read_archive(item)
            else:
                yield item

    def _read_archive(self, wanted: FromArchive) -> None:
        try:
            wanted.reply = self._archive.open().run(wanted.program())
        except BtError as error:
            wanted.error = error

    @property
    def endpoint(self) -> str:
        """The endpoint: a `ws://` URL, or a name for messages if it has none."""
        return self._driver.endpoint

    def head(self) -> View:
        """The best block, as a view."""
        return View(self, self.run(self.core.head()))

    def finalized(self) -> View:
        """The last finalized block, as a view."""
        return View(self, self.run(self.core.finalized()))

    def at(self, block: int | str) -> View:
        """The block of a height or a hash, as a view."""
        return View(self, self.run(self.core.at(block)))

    def submit(
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
        return self.run(self.core.submit(plan, wait=wait), on_progress)

    def execute(
        self,
        operation: Wanted,
        signer: Signer,
        *,
        wait: Wait = "included",
        on_progress: Callable[[Any], None] | None = None,
        **choices: Unpack[Choices],
    ) -> Receipt:
        """Prepare and submit in one step, without a preview."""
        return self.run(self.core.execute(operation, signer, wait=wait, **choices), on_progress)

    def watch(self, plan: Plan | SignedPayload, *, wait: Wait = "included") -> Iterator[Any]:
        """Submit, and yield each step: `pow.Progress` of a search, then `tx.follow.Progress`."""
        return self.iterate(self.core.submit(plan, wait=wait))

    def blocks(
        self, *, finalized: bool = False, stale_after: float | None = STALE_AFTER
    ) -> Iterator[Header]:
        """Iterate over new blocks without end. If none comes for `stale_after` seconds, the next
        endpoint is used; once each was tried, that is an error."""
        return self.iterate(self.core.blocks(finalized=finalized, stale_after=stale_after))

    def epochs(self, netuid: int) -> Iterator[SubnetEpoch]:
        """Iterate over the epochs of a subnet from now on, without end."""
        return self.iterate(self.core.epochs(netuid))

    def wait_for_block(self, number: int, timeout: float | None = None) -> View:
        """The block of this height as a view, once the chain has it.

        Raises `DeadlineExceeded` after `timeout` seconds.
        """
        return View(self, self.run(self.core.wait_for_block(number, timeout)))

    def block_events(
        self,
        kind: type[TypedEvent] | None = None,
        *,
        account: Account | None = None,
        finalized: bool = False,
        stale_after: float | None = STALE_AFTER,
    ) -> Iterator[BlockEvents]:
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
    ) -> Iterator[BlockEvents]:
        """Iterate over the events that name an account, in the blocks from `first` to `last`, by
        default the best one. Every block is read: the chain keeps no index by account."""
        return self.iterate(self.core.history(account, first, last, kind=kind))

    def transfers(
        self,
        address: Account,
        *,
        finalized: bool = False,
        stale_after: float | None = STALE_AFTER,
    ) -> Iterator[AccountTransfer]:
        """Iterate over the transfers of TAO from or to an account, in new blocks, without end."""
        return self.iterate(
            self.core.transfers(address, finalized=finalized, stale_after=stale_after)
        )

    def watch_storage(
        self, item: StorageItem[P, K, V], *keys: P.args, **named: P.kwargs
    ) -> Iterator[V]:
        """Iterate over the values of a storage item: the present one, and then each that a block
        changes, without end."""
        return self.iterate(self.core.watch_storage(item, *keys, **named))

    @property
    def substrate(self) -> SubstrateInterface:
        """A `substrateinterface.SubstrateInterface` for the same endpoint; closed with the client.

        Raises `InteropError` if there is none for this chain or environment.
        """
        if self._substrate is None:
            self.genesis_hash()  # connects, so that the endpoint is known
            self._substrate = interop.substrate(self._driver.reach(), self._proxy)
        return self._substrate

    def close(self) -> None:
        """Release the connection; running programs of other threads end with `ConnectionLost`."""
        if self._substrate is not None:
            self._substrate.close()
        if self._archive.driver is not None:
            self._archive.driver.close()
        self._driver.close()

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Client({self.network.name!r})"


class View(Blocking, ViewMethods):
    """A view of one block: every read through it sees the same state."""

    def __init__(self, client: Client, at: BlockContext) -> None:
        self.client = client
        self.at = at

    def storage(self, item: StorageItem[P, K, V], *keys: P.args, **named: P.kwargs) -> V:
        """The value of a storage item; its default, or None, if nothing is stored."""
        return self.client.run(query.storage(self.at, item, *keys, **named))

    def storage_map(self, item: StorageItem[..., K, V], *prefix: Any) -> list[tuple[K, V]]:
        """All entries of a map under a prefix of its keys, with the keys as a tuple."""
        return self.client.run(query.storage_map(self.at, item, *prefix))

    def call_api(self, method: ApiMethod[P, V], *args: P.args, **named: P.kwargs) -> V:
        """The result of a runtime API method."""
        return self.client.run(query.call_api(self.at, method, *args, **named))

    @property
    def ask(self) -> AskedView:
        """The reads as programs, for `gather`."""
        return AskedView(self.client.core, self.at)

    @overload
    def gather(self, p1: Program[T1], p2: Program[T2], /) -> tuple[T1, T2]: ...
    @overload
    def gather(self, p1: Program[T1], p2: Program[T2], p3: Program[T3], /) -> tuple[T1, T2, T3]: ...
    @overload
    def gather(
        self, p1: Program[T1], p2: Program[T2], p3: Program[T3], p4: Program[T4], /
    ) -> tuple[T1, T2, T3, T4]: ...
    @overload
    def gather(
        self, p1: Program[T1], p2: Program[T2], p3: Program[T3], p4: Program[T4], p5: Program[T5], /
    ) -> tuple[T1, T2, T3, T4, T5]: ...
    @overload
    def gather(self, *reads: Program[T]) -> tuple[T, ...]: ...
    def gather(self, *reads: Program[Any]) -> tuple[Any, ...]:
        """The results of several reads, which share round trips:
        `view.gather(view.ask.balance(address), view.ask.price(1))`.

        The first one that raises ends them all.
        """
        return tuple(self.client.run(gather(reads)))

    def storage_pages(
        self, item: StorageItem[..., K, V], *prefix: Any, page: int = query.PAGE
    ) -> Iterator[StoragePage[K, V]]:
        """Iterate over the entries of a map in pages: `.entries`, and `.seen` up to there."""
        return self.client.iterate(query.storage_pages(self.at, item, *prefix, page=page))

    @overload
    def events(self, kind: None = None, *, account: Account | None = None) -> list[Event]: ...
    @overload
    def events(self, kind: type[E], *, account: Account | None = None) -> list[E]: ...
    def events(self, kind: type[E] | None = None, *, account: Account | None = None) -> Any:
        """The events of the block; with a kind such as `events.subtensor.StakeAdded`, those events,
        typed. With an account, those that name it."""
        return self.client.run(self.client.core.events(self.at, kind, account))

    def __repr__(self) -> str:
        return f"<View of block {self.number} {self.hash}>"


def _dial(
    connect: Connect | None, proxy: str | None, silent_s: float, headers: Mapping[str, str]
) -> Dial:
    def dial(endpoint: str, timeout: float) -> Transport:
        if connect is not None:
            return connect()
        return WebSocket(endpoint, timeout, proxy=proxy, silent_s=silent_s, headers=headers)

    return dial
