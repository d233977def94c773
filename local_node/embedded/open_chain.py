"""A chain file open in this process: chain, dispatcher, block timer, server and lock.

Shared by the node and the in-process client. The chain's spec is kept in the file, so a file can be
opened without knowing which chain it holds.
"""

from __future__ import annotations

import threading
from contextlib import suppress
from pathlib import Path

from btsdk.errors import ChainFileError
from btsdk.frozen import replace
from chain_spec import chains
from chain_spec.chains import ChainSpec
from local_node.chain import state_upgrade
from local_node.chain.authoring import AuthoringError
from local_node.chain.block import BlockRef
from local_node.chain.chain import Chain
from local_node.chain.events import Listener
from local_node.chain.genesis import began_with
from local_node.chain.modes import mode_of
from local_node.embedded.chain_file import ChainFileLock
from local_node.rpc.context import NODE_NAME, NodeIdentity
from local_node.rpc.dispatch import Dispatcher
from local_node.rpc.limits import Limits
from local_node.server.access import LOOPBACK, Access
from local_node.server.server import Server
from local_node.state import notes
from local_node.state.store import Store

_AGAIN_S = 1.0
FINALITY_NEWS_S = 0.035
"""How long after a block its finality is announced to other programs."""


class OpenChain:
    """An open chain. A file with a chain keeps its own spec, and `spec` must agree with it.

    `on_event` is called with every event of the chain from now on. With `heartbeat` it runs as in a
    node process: blocks are made by a timer, and the development beacon adds its pulses. The timer
    also makes blocks if finality lags.
    """

    def __init__(
        self,
        lock: ChainFileLock | None,
        spec: ChainSpec | None = None,
        *,
        heartbeat: bool = False,
        on_event: Listener | None = None,
        limits: Limits = Limits(),
    ) -> None:
        self.lock = lock
        self.upgraded: BlockRef | None = None
        self.spec, store = open_store(None if lock is None else lock.path, spec)
        try:
            self.chain = Chain.open(self.spec, store, mode=mode_of(self.spec, heartbeat=heartbeat))
            if store.note(notes.SPEC) is None:
                store.set_notes({notes.SPEC: self.spec.text.encode()})
            is_ours = not self.chain.is_compiled
            if is_ours:
                with suppress(
                    AuthoringError
                ):  # logged with the reason; the chain can still be read
                    self.upgraded = state_upgrade.follow(self.chain, self.spec, store.path)
            if self.chain.finality_lag:  # without further blocks nothing would become final
                self.chain.mode = mode_of(self.spec, heartbeat=True)
        except BaseException:
            store.close()
            raise
        self.dispatcher = Dispatcher(self.chain, identity_of(self.spec), limits=limits)
        self.server: Server | None = None
        self._door: Server | None = None
        if on_event is not None:
            self.chain.listen(on_event)
        if heartbeat and is_ours:
            attach_beacon(self.chain)
        self._ticker = Ticker(self.chain)
        if lock is not None:
            lock.describe(chain=self.spec.chain, genesis="0x" + self.chain.genesis_hash.hex())

    def serve(self, host: str = LOOPBACK, port: int = 0, access: Access = Access()) -> Server:
        """Serve the chain on a port, once; other programs find the port by the file.

        If the port is public with limited methods, programs that find the chain by its file get a
        port of their own on loopback.
        """
        if self.server is None:
            self.server = Server(self.dispatcher, host, port, access)
            self.chain.delay_news_of_finality(FINALITY_NEWS_S)
            if self.lock is not None:
                self.lock.describe(endpoint=self.server.endpoint)
            if self.lock is not None and self.server.is_exposed and not self.server.serves_unsafe:
                self._door = Server(self.dispatcher, watch=self.server.watch)
                self.lock.describe(door=self._door.endpoint)
        return self.server

    def close(self) -> None:
        """Stop serving, close the file, release the lock; a process that waits for it may take
        it."""
        if self.lock is not None:
            self.lock.describe(endpoint="", door="", is_node=False)
        self.chain.stop_calls()
        self._ticker.stop()
        for server in (self._door, self.server):
            if server is not None:
                server.stop()
        self.chain.close()
        if self.lock is not None:
            self.lock.release()


class Ticker:
    """Makes the blocks that are due; its thread starts with the first one."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain
        self._lock = threading.Lock()
        self._stopped = False
        self._woken = threading.Event()
        self._given_up = threading.Event()
        self._thread: threading.Thread | None = None
        chain.on_schedule(self._reconsider)
        self._reconsider()

    def stop(self) -> None:
        """Stop; no block is made after this returns."""
        with self._lock:
            self._stopped = True
            self._given_up.set()
            self._woken.set()
        if self._thread is not None:
            self._thread.join()

    def _reconsider(self) -> None:
        """Check the due time again: a block may be due earlier."""
        with self._lock:
            if self._thread is not None:
                self._woken.set()
            elif not self._stopped and self._chain.next_tick_ms() is not None:
                self._thread = threading.Thread(target=self._run, name="block-timer", daemon=True)
                self._thread.start()

    def _run(self) -> None:
        while not self._stopped:
            due = self._chain.next_tick_ms()
            if self._woken.wait(None if due is None else due / 1000):
                self._woken.clear()
            elif not self._stopped:
                self._tick()

    def _tick(self) -> None:
        """Make the block that is due. After a failure (a full disk) it tries again later: a chain
        that stopped would not report why."""
        try:
            self._chain.tick()
        except Exception:  # noqa: BLE001 - the edge: this thread has nobody to raise to
            if self._chain.trouble is None:  # otherwise the chain has logged it, and pauses
                _log_failure()
                self._given_up.wait(_AGAIN_S)


def _log_failure() -> None:
    import logging  # noqa: PLC0415 - slow to load, for what should never happen

    text = "no block could be made; the next attempt is in %g s"
    logging.getLogger(__name__).exception(text, _AGAIN_S)


def attach_beacon(chain: Chain) -> None:
    # Pairing-friendly curves are slow to load, and few chains in a process need them.
    from local_node.embedded import drand_beacon  # noqa: PLC0415

    drand_beacon.attach(chain)


def identity_of(spec: ChainSpec) -> NodeIdentity:
    """The node's identity on this chain."""
    return NodeIdentity(
        name=NODE_NAME,
        chain_name=spec.name,
        chain_type=spec.chain_type,
        properties=spec.properties,
    )


def open_store(path: Path | None, spec: ChainSpec | None) -> tuple[ChainSpec, Store]:
    """The store of a file and its spec: the given one, the file's own, or that of `dev`.

    One of our chains that an older release began keeps its genesis: its name stands for the chain,
    not for one version of the spec. A fork always has its own spec; a spec other than that of
    `dev`, the default, is refused.
    """
    wanted = spec or chains.load(chains.DEFAULT)
    store = Store(path, keep=wanted.blocks.keep_states)
    if path is not None and store.note(notes.FORK) is not None:
        store.close()
        return _open_fork(path, wanted)
    noted = store.note(notes.SPEC)
    if noted is None:
        return wanted, store
    found = chains.parse(noted.decode(), str(path))
    if spec is not None and not (chains.is_ours(spec) or chains.differ_by_beacon(spec, found)):
        return wanted, store
    if spec is not None and (found.chain, found.id) != (spec.chain, spec.id):
        return wanted, store  # refused when the chain is opened
    is_its_own = found.code is None or began_with(found.code, store)
    return (found if is_its_own else replace(found, code=None)), store


def _open_fork(path: Path, wanted: ChainSpec) -> tuple[ChainSpec, Store]:
    from local_node.fork.open import reopen  # noqa: PLC0415 - a room that few chains need

    if wanted.chain != chains.DEFAULT:
        raise ChainFileError(
            str(path),
            f"holds a fork of a live network, not chain {wanted.id!r}",
            hint="Choose another file with --chain-file, or start again with `btcli node reset`.",
        )
    return reopen(path)
