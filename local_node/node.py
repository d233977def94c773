"""A node process's heart: a chain file, served on a port, with blocks that come by themselves."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from btsdk.errors import UsageError
from chain_spec import chains
from local_node import announcement
from local_node.announcement import Funded
from local_node.chain.chain import Chain
from local_node.chain.events import Listener
from local_node.chain_file import chain_path, hold
from local_node.control.scaffold import Scaffold, build, read_scaffold
from local_node.hosting import Hosted
from local_node.server import LOOPBACK, Server

PORT = 9944


@dataclass(frozen=True)
class NodeConfig:
    """How to start a node. `chain_file` None is the chain's own file in the user's data.

    With a `scaffold`, a TOML file, the node builds on the genesis what it describes and then opens
    its port; a chain that has blocks already is refused. `config_out` is where it writes down what
    programs need to use it; see `announcement`. A `runtime` is a compiled one, in a
    file, with which the chain begins in place of the bundled one.
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


class Status(NamedTuple):
    """How a node stands; `rate` is signed transactions in blocks a second, of late."""

    height: int
    finalized: int
    pool: int
    rate: float
    connections: int


class Node:
    """A running node; made by `Node.start`, ended by `stop`."""

    def __init__(self, hosted: Hosted, server: Server, path: Path) -> None:
        self._hosted = hosted
        self._watch = server.watch
        self._stopping = threading.Event()
        self.endpoint = server.endpoint
        self.path = path

    @classmethod
    def start(cls, config: NodeConfig, on_event: Listener | None = None) -> Node:
        """Open the chain and serve it.

        `on_event` hears every event of the chain from the first block on. Raises `ChainFileError`
        where the file is held or holds another chain, `ConnectError` where the port is taken.
        """
        scaffold = None if config.scaffold is None else _scaffold(config.scaffold)
        spec = chains.load(config.chain)
        if config.runtime is not None:
            spec = chains.with_runtime(spec, config.runtime)
        path = (config.chain_file or chain_path(spec.chain)).expanduser().resolve()
        lock = hold(path, spec.chain)
        try:
            if config.fresh:
                lock.erase()
            hosted = Hosted(lock, spec, heartbeat=True, on_event=on_event)
        except BaseException:
            lock.release()
            raise
        try:
            if scaffold is not None:
                _build(hosted, scaffold)
            node = cls(hosted, hosted.serve(config.host, config.port), path)
            if config.config_out is not None:
                announcement.write(config.config_out, node.announcement())
            lock.describe(is_node=True, log=config.log)
        except BaseException:
            hosted.close()
            raise
        return node

    @property
    def chain(self) -> Chain:
        return self._hosted.chain

    @property
    def chain_name(self) -> str:
        """The short name, as in "chain dev"."""
        return self._hosted.spec.chain

    @property
    def funded(self) -> list[Funded]:
        """The accounts that have TAO from the start."""
        return announcement.funded(self._hosted.spec.genesis)

    def announcement(self) -> dict[str, Any]:
        """Where the node is and who has TAO there, for JSON."""
        genesis, accounts = self.chain.genesis_hash, self.funded
        return announcement.document(self.chain_name, genesis, self.endpoint, self.path, accounts)

    def status(self) -> Status:
        """How it stands right now; does not wait for a block in the making."""
        chain, watch = self.chain, self._watch
        heights = chain.best.number, chain.finalized.number
        return Status(*heights, len(chain.pool), watch.blocks.rate, watch.traffic.connections)

    def request_stop(self) -> None:
        """End `wait`; safe in a signal handler."""
        self._stopping.set()

    def wait(self, timeout: float | None = None) -> bool:
        """Sleep until somebody asks to stop; whether somebody did."""
        return self._stopping.wait(timeout)

    def stop(self) -> None:
        """Close everything; what was finalized is on disk."""
        self._stopping.set()
        self._hosted.close()


def _scaffold(path: Path) -> Scaffold:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not a text file"
        raise UsageError(f"{path} cannot be read: {reason}") from error
    return read_scaffold(text, str(path))


def _build(hosted: Hosted, scaffold: Scaffold) -> None:
    best = hosted.chain.best
    if best.number:
        raise UsageError(
            f"a scaffold stands on a chain's genesis, and this chain is at block {best.number}",
            hint="Start without the scaffold to go on, or with --fresh to begin again.",
        )
    build(hosted.dispatcher.rpc.control, scaffold)
