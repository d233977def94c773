"""A chain in memory for a test or a script: no file, no port, deleted when the `with` block ends.

    with LocalChain() as chain:
        chain.client.execute(Transfer(bob, Tao.parse("1")), alice)
        chain.advance(10)

The first chain of a process starts from its genesis, which takes a second; every further one of the
same kind is an in-memory copy of it, which takes a millisecond. Addresses are ss58, amounts `Tao`.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from math import isfinite
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from btsdk import forks
from btsdk.drivers.transport import Transport
from btsdk.errors import UsageError
from btsdk.keys import ss58
from btsdk.units import Tao
from chain_spec import chains
from chain_spec.chains import ChainSpec
from local_node.chain.block import BlockRef
from local_node.chain.chain import Chain
from local_node.chain.clock import Clock
from local_node.chain.events import Event, Imported
from local_node.chain.modes import Mode, mode_of
from local_node.dev.control import Control
from local_node.dev.impersonation import Impersonated
from local_node.dev.scaffold import Scaffold, build, read_scaffold
from local_node.embedded.connection import InProcess, chain_of_parent
from local_node.embedded.open_chain import FINALITY_NEWS_S, Ticker, attach_beacon, identity_of
from local_node.rpc.dispatch import Dispatcher
from local_node.server.access import LOOPBACK, Access
from local_node.server.server import Server
from local_node.state.store import Store

if TYPE_CHECKING:
    from btsdk.client import AsyncClient, Client
    from local_node.fork.options import Fork

NAME = "a chain in memory"

_templates: dict[tuple[str, bytes | None, Scaffold | None], Chain] = {}
_templates_lock = forks.lock()


class LocalChain:
    """A fresh chain. `chain` is a name (`dev`, `fast`, `local`), a spec file, or a spec.

    With a `scaffold` (a TOML file, or its text parsed by `read_scaffold`) the chain begins with its
    accounts and subnets. `mode` says when blocks are made, by default the spec does, but there is
    no heartbeat: nothing changes between two lines of a test. `clock` replaces the wall clock;
    finality is `finality_lag` blocks behind the best one.

    The development beacon writes its pulses into the blocks, so that sealed weights are revealed. A
    chain given by name begins with its key; one given as a spec has pulses if its genesis names the
    key. `beacon=True` puts the key into the genesis of any spec, `beacon=False` writes no pulses.

    With a `fork` (an endpoint, a network by name, or a `Fork` with more options) the chain
    continues from a block of that network, whose state is read on demand; `chain` and `scaffold`
    are ignored then.
    """

    def __init__(
        self,
        chain: str | Path | ChainSpec = chains.DEFAULT,
        *,
        scaffold: Path | Scaffold | None = None,
        mode: Mode | None = None,
        clock: Clock | None = None,
        beacon: bool | None = None,
        finality_lag: int = 0,
        fork: str | Fork | None = None,
    ) -> None:
        self.spec = _spec(chain, beacon)
        if isinstance(scaffold, Path):
            scaffold = read_scaffold(scaffold.read_text(encoding="utf-8"), str(scaffold))
        if fork is None:
            self.chain = _fresh(self.spec, scaffold, clock)
        else:
            self.spec, self.chain = _forked(fork, clock)
        if mode is not None:
            self.chain.mode = mode
        if finality_lag:
            self.chain.set_finality_lag(finality_lag)
        self.dispatcher = Dispatcher(self.chain, identity_of(self.spec))
        if fork is not None:
            if beacon:
                attach_beacon(self.chain)
        elif beacon is not False and chains.has_beacon(self.spec) and not self.chain.is_compiled:
            _attach_later(self.chain)
        self._ticker = Ticker(self.chain)
        self._pid = os.getpid()
        self._server: Server | None = None
        self._client: Client | None = None
        self._connections: list[InProcess] = []

    def __enter__(self) -> LocalChain:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"LocalChain({self.spec.chain!r}, {self.chain.best})"

    def close(self) -> None:
        """Close every connection and delete the chain; in a child process, do nothing."""
        if os.getpid() != self._pid:
            return
        if self._client is not None:
            self._client.close()
        for connection in list(self._connections):
            connection.close()
        self.chain.stop_calls()
        self._ticker.stop()
        if self._server is not None:
            self._server.stop()
        self.chain.close()

    # Connections

    @property
    def client(self) -> Client:
        """A blocking client of this chain, the same each time; closed with the chain."""
        if self._client is None:
            self._client = self.connected()
        return self._client

    def connected(self) -> Client:
        """Another blocking client of this chain, to be closed by the caller."""
        from btsdk.client import Client  # noqa: PLC0415  # the SDK, for those who want it

        return Client("local", transport=self.connect, cache=False)

    def async_client(self) -> AsyncClient:
        """A client for one event loop, to be used in `async with`."""
        from btsdk.client import AsyncClient  # noqa: PLC0415  # asyncio, for those who want it

        return AsyncClient("local", transport=self.connect, cache=False)

    def connect(self) -> Transport:
        """A connection without a socket, for `Client(transport=chain.connect)`."""
        self._expect_own()
        connection = InProcess(self)
        self._connections.append(connection)
        return connection

    @property
    def endpoint(self) -> str:
        """The `ws://…` url of the chain once it is served, otherwise a name."""
        return NAME if self._server is None else self._server.endpoint

    def serve(self, port: int = 0, host: str = LOOPBACK, access: Access = Access()) -> str:
        """Serve the chain to other programs, by default on a free port; returns the `ws://…`
        url."""
        self._expect_own()
        if self._server is None:
            self._server = Server(self.dispatcher, host, port, access)
            self.chain.delay_news_of_finality(FINALITY_NEWS_S)
        return self._server.endpoint

    def _expect_own(self) -> None:
        if os.getpid() != self._pid:
            raise chain_of_parent()

    def leave(self) -> None:
        """End a connection; the chain stays until it is closed."""
        self._connections = [each for each in self._connections if not each.is_closed]

    # Control

    @property
    def control(self) -> Control:
        """Everything that `dev_*` does, with Python values; the methods below are the common
        part."""
        self._expect_own()
        return self.dispatcher.rpc.control

    def advance(self, blocks: int = 1) -> BlockRef:
        """Make blocks; returns the last."""
        return self.control.new_blocks(blocks)

    def advance_to_epoch(self, netuid: int) -> BlockRef:
        """Make blocks until the subnet's next epoch has run; returns the block in which it did."""
        return self.control.advance_to_epoch(netuid)

    def travel(self, seconds: float) -> None:
        """Move the chain's clock forward; raises `UsageError` for an invalid number of seconds."""
        if not isfinite(seconds):
            raise UsageError(f"{seconds} seconds is not a span of time")
        now = max(self.chain.clock.now_ms(), self.chain.timestamp_ms or 0)
        self.chain.travel_to(now + round(seconds * 1000))

    def snapshot(self) -> int:
        """Take a snapshot of the chain, for `revert`."""
        return self.control.snapshots.take()

    def revert(self, snapshot: int) -> None:
        """Restore a snapshot, any number of times."""
        self.control.snapshots.revert(snapshot)

    def set_balance(self, address: str, amount: Tao) -> None:
        """Set an account's free balance."""
        self.control.set_balance(ss58.decode(address), amount.rao)

    def faucet(self, address: str, amount: Tao) -> Tao:
        """Add to an account's balance, out of nothing; returns the new balance."""
        return Tao.from_rao(self.control.faucet(ss58.decode(address), amount.rao))

    def impersonate(self, address: str) -> Impersonated:
        """A signer for an account whose key is not needed."""
        signer = Impersonated(address)
        self.control.impersonate(signer.public_key)
        return signer


def _spec(chain: str | Path | ChainSpec, beacon: bool | None) -> ChainSpec:
    spec = chain if isinstance(chain, ChainSpec) else chains.load(chain)
    is_named = isinstance(chain, str) and chain in chains.NAMES
    wants = is_named if beacon is None else beacon
    return chains.with_beacon(spec) if wants else spec


def _attach_later(chain: Chain) -> None:
    """Attach the beacon with the first block: a chain that makes none loads no curve."""

    def hear(event: Event) -> None:
        if isinstance(event, Imported):
            cancel()
            attach_beacon(chain)

    cancel = chain.listen(hear)
    chain.has_beacon = True


def _forked(fork: str | Fork, clock: Clock | None) -> tuple[ChainSpec, Chain]:
    from local_node.fork.open import begin  # noqa: PLC0415 - a room that few chains need
    from local_node.fork.options import Fork  # noqa: PLC0415 - the same

    spec, store = begin(None, Fork(fork) if isinstance(fork, str) else fork)
    try:
        return spec, Chain.open(spec, store, clock)
    except BaseException:
        store.close()
        raise


def _fresh(spec: ChainSpec, scaffold: Scaffold | None, clock: Clock | None) -> Chain:
    """A copy of the initial chain of this kind."""
    with _templates_lock:
        genesis = _template((spec.text, spec.code, None), lambda: _genesis(spec))
        if scaffold is None:
            return genesis.copy(clock)
        key = spec.text, spec.code, scaffold
        return _template(key, lambda: _built(genesis, scaffold)).copy(clock)


def _genesis(spec: ChainSpec) -> Chain:
    return Chain.open(spec, Store(), mode=mode_of(spec, heartbeat=False))


def _template(key: tuple[str, bytes | None, Scaffold | None], make: Callable[[], Chain]) -> Chain:
    if key not in _templates:
        _templates[key] = make()
    return _templates[key]


def _built(genesis: Chain, scaffold: Scaffold) -> Chain:
    chain = genesis.copy()
    build(Control(chain), scaffold)
    return chain
