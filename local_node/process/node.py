"""The node: a chain file served on a port, with blocks made by a timer."""

from __future__ import annotations

import gc
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from btsdk.errors import ChainFileError, UsageError
from chain_spec import chains
from local_node.chain.chain import Chain
from local_node.chain.events import Listener
from local_node.chain.gc_pause import gc_pause
from local_node.dev.scaffold import Scaffold, build, read_scaffold
from local_node.embedded.chain_file import chain_path, lock_chain_file
from local_node.embedded.open_chain import OpenChain
from local_node.process import node_info
from local_node.process.retention import Retention
from local_node.rpc.limits import Limits
from local_node.server.access import LOOPBACK, Access
from local_node.server.server import Server

if TYPE_CHECKING:
    from chain_spec.chains import ChainSpec
    from local_node.fork.options import Fork

PORT = 9944


@dataclass(frozen=True)
class NodeConfig:
    """The configuration of a node. `chain_file` None is the chain's default file in the user's
    data.

    With a `scaffold`, a TOML file, the node builds its accounts and subnets on the genesis and then
    opens its port; a chain that has blocks already is refused. `config_out` is the path for the
    node info; see `Node.info`. A `runtime` is the file of a compiled one, with which the chain
    begins in place of the bundled one. With `beacon` a new chain begins with the key of the
    development beacon, whose pulses the node writes (`dev` always has it); an existing chain
    without it is refused.

    With `fork` the chain continues from a block of a live network. The options of a fork can be
    repeated for an existing file; `chain`, `scaffold` and `runtime` cannot be combined with it.
    """

    chain: str = chains.DEFAULT
    chain_file: Path | None = None
    fresh: bool = False
    host: str = LOOPBACK
    port: int = PORT
    log: str = ""
    scaffold: Path | None = None
    config_out: Path | None = None
    runtime: Path | None = None
    fork: Fork | None = None
    access: Access = field(default_factory=Access)
    limits: Limits = field(default_factory=Limits)
    beacon: bool = False


class NodeStatus(NamedTuple):
    """The status of a node; `rate` is the signed transactions a second in recent blocks."""

    height: int
    finalized: int
    pool: int
    rate: float
    connections: int


class Node:
    """A running node; made by `Node.start`, ended by `stop`. `notice` is a message for the user, if
    any. `funded` are the accounts of the chain spec with their TAO at genesis; or, if
    `funded_at_genesis` is false, also those of a scaffold, with their TAO at the node's start."""

    def __init__(
        self, open_chain: OpenChain, server: Server, path: Path, notice: str | None = None
    ) -> None:
        self._open_chain = open_chain
        self._watch = server.watch
        self.is_exposed = server.is_exposed
        self.serves_unsafe = server.serves_unsafe
        self._stopping = threading.Event()
        self.notice = notice
        self.endpoint = server.endpoint
        self.path = path
        self.funded = node_info.funded(open_chain.spec.genesis)
        self.funded_at_genesis = True

    @classmethod
    def start(
        cls,
        config: NodeConfig,
        on_event: Listener | None = None,
        retention: Retention | None = None,
    ) -> Node:
        """Open the chain and serve it.

        `on_event` is called with every event of the chain from the first block on. `retention` sets
        the states to keep and the finality of the chain file. Raises `ChainFileError` if the file
        is locked or holds another chain, `ConnectError` if the port is in use.
        """
        scaffold = None if config.scaffold is None else _scaffold(config.scaffold)
        spec = _spec(config)
        name = chains.FORK if config.fork is not None else spec.chain
        path = (config.chain_file or chain_path(name)).expanduser().resolve()
        lock = lock_chain_file(path, name)
        try:
            if config.fresh:
                lock.erase()
            if config.fork is not None:
                _prepare_fork(path, config.fork)
            open_chain = OpenChain(
                lock, spec, heartbeat=True, on_event=on_event, limits=config.limits
            )
        except BaseException:
            lock.release()
            raise
        try:
            if config.beacon and not open_chain.chain.has_beacon:
                raise _without_beacon(path, open_chain)
            if scaffold is not None:
                _build(open_chain, scaffold)
            notice = None if retention is None else retention.apply(open_chain.chain)
            server = open_chain.serve(config.host, config.port, config.access)
            node = cls(open_chain, server, path, notice)
            if scaffold is not None or config.config_out is not None:
                node._look_at_balances(scaffold)
            _load_runtime(open_chain)
            if config.config_out is not None:
                node_info.write(config.config_out, node.info())
            lock.describe(is_node=True, log=config.log)
        except BaseException:
            open_chain.close()
            raise
        return node

    @property
    def chain(self) -> Chain:
        return self._open_chain.chain

    @property
    def chain_name(self) -> str:
        """The short name, as in "chain dev"."""
        return self._open_chain.spec.chain

    def _look_at_balances(self, scaffold: Scaffold | None) -> None:
        """Set `funded` to the balances at the node's start."""
        free = self._open_chain.dispatcher.rpc.control.free
        self.funded = node_info.present(self.funded, scaffold, free)
        self.funded_at_genesis = False

    def info(self) -> dict[str, Any]:
        """The node's endpoint and funded accounts, for JSON."""
        genesis, accounts = self.chain.genesis_hash, self.funded
        return node_info.document(self.chain_name, genesis, self.endpoint, self.path, accounts)

    def status(self) -> NodeStatus:
        """The current status; does not wait for a block under construction."""
        chain, watch = self.chain, self._watch
        heights = chain.best.number, chain.finalized.number
        return NodeStatus(*heights, len(chain.pool), watch.blocks.rate, watch.traffic.connections)

    def request_stop(self) -> None:
        """End `wait`; safe in a signal handler."""
        self._stopping.set()

    def wait(self, timeout: float | None = None) -> bool:
        """Wait for `request_stop`; returns whether it was called."""
        return self._stopping.wait(timeout)

    def stop(self) -> None:
        """Close everything; finalized blocks are on disk."""
        self._stopping.set()
        self._open_chain.close()


def _spec(config: NodeConfig) -> ChainSpec:
    """The spec to open; None for a fork, whose file has its own."""
    named = (config.chain != chains.DEFAULT, config.scaffold, config.runtime, config.beacon)
    if config.fork is not None and any(named):
        raise UsageError(
            "a fork uses the remote's chain and beacon: no other chain or beacon, no scaffold "
            "and no runtime from a file",
            hint="A fork runs the bundled runtime or, with --runtime remote, the remote's.",
        )
    spec = chains.load(config.chain)
    if config.beacon:
        if config.runtime is not None:
            raise UsageError(
                "--beacon needs the bundled runtime, and --runtime names a compiled one",
                hint="Omit one of the two options.",
            )
        return chains.with_beacon(spec)
    return spec if config.runtime is None else chains.with_runtime(spec, config.runtime)


def _without_beacon(path: Path, open_chain: OpenChain) -> ChainFileError:
    return ChainFileError(
        str(path),
        f"holds chain {open_chain.spec.chain!r} without the development beacon",
        hint="Open it without --beacon, start again with --fresh, which deletes it, or name "
        "another file with --chain-file.",
    )


def _prepare_fork(path: Path, fork: Fork) -> None:
    from local_node.fork.open import prepare  # noqa: PLC0415 - a room that few nodes need

    prepare(path, fork)


def _scaffold(path: Path) -> Scaffold:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not a text file"
        raise UsageError(f"{path} cannot be read: {reason}") from error
    return read_scaffold(text, str(path))


def _load_runtime(open_chain: OpenChain) -> None:
    """Load all of the runtime once the port is open, before a block needs it.

    It lives as long as the process, so no collection need scan it again.
    """
    if open_chain.chain.is_compiled:
        return
    from local_node.runtime.bundled import runtime  # noqa: PLC0415 - only a node loads it unasked

    with gc_pause():
        runtime(open_chain.spec.interface).assembly.load()
        gc.freeze()


def _build(open_chain: OpenChain, scaffold: Scaffold) -> None:
    best = open_chain.chain.best
    if best.number:
        raise UsageError(
            f"a scaffold is built on a chain's genesis, and this chain is at block {best.number}",
            hint="Start without the scaffold to continue, or with --fresh to start again.",
        )
    build(open_chain.dispatcher.rpc.control, scaffold)
