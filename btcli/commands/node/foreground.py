"""A node in this process: its start message, a line for each block, and a clean shutdown."""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import sys
from collections.abc import Callable, Iterator
from typing import Any

from btcli.commands.node import node_log
from btcli.commands.node.local_chain import document, pid_file
from btcli.context import Context
from btcli.output import ChainIdentity, Output, Result
from btcli.render.blocks import Facts, Line, Table
from btcli.render.nodes import fork_facts
from btcli.terminal.block import Block
from btcli.terminal.streams import OutputNotWritten
from local_node.chain.events import Imported
from local_node.embedded.chain_file import holder_of
from local_node.process.node import Node, NodeConfig, NodeStatus
from local_node.process.node_info import http_of
from local_node.process.retention import ALL, Retention, States
from local_node.runtime import stopping

__all__ = ["NodeConfig", "serve"]

_REFRESH_S = 0.5
_HEAD, _TAIL = 10, 6
"""Characters of a hash that a line of the log shows."""

Events = queue.SimpleQueue[Imported | None]


def serve(
    context: Context,
    config: NodeConfig,
    log_format: node_log.Format,
    log_level: node_log.Level,
    states: str | None = None,
    lag: int | None = None,
) -> None:
    """Run a node until SIGINT or SIGTERM. A node in the background has a log and a pid file.

    `states` is the number of states to keep, or `all`; `lag` is the finality lag in blocks.
    """
    output = context.output
    keep: States | None = ALL if states == ALL else None if states is None else int(states)
    if config.log:
        output.as_json = False  # the process in the foreground prints the result
    events: Events = queue.SimpleQueue()

    def on_event(event: object) -> None:
        # Called while the chain's lock is held: only queue the event.
        if isinstance(event, Imported):
            events.put(event)

    with (
        node_log.logging_as(log_format, log_level),
        _ended_by_signals(events),
        contextlib.closing(_Running(config, on_event, Retention(keep, lag))) as running,
    ):
        node = running.node
        output.chain = ChainIdentity("local", node.chain_name, _hex(node.chain.genesis_hash))
        _say_start(output, node, log_format)
        running.is_ready()
        with _status_line(output) as show:
            _say_blocks(output, node, events, show)


class _Running:
    """A node, with a pid file if it runs in the background."""

    def __init__(
        self, config: NodeConfig, on_event: Callable[[object], None], retention: Retention
    ) -> None:
        self.node = Node.start(config, on_event, retention)
        self._pid = pid_file(self.node.path) if config.log else None

    def is_ready(self) -> None:
        """Write the pid file, which the process in the foreground waits for."""
        if self._pid is not None:
            self._pid.write_text(f"{os.getpid()}\n")

    def close(self) -> None:
        if self._pid is not None:
            self._pid.unlink(missing_ok=True)
        self.node.stop()


def _say_blocks(
    output: Output, node: Node, events: Events, show: Callable[[NodeStatus], None] | None
) -> None:
    """Print blocks until the node ends."""
    is_silent = output.as_json or output.quiet
    while True:
        if show is not None:
            show(node.status())
        try:
            event = events.get(timeout=None if show is None else _REFRESH_S)
        except queue.Empty:
            continue
        if event is None:
            return
        if not is_silent:
            _say_block(event)


def _say_block(event: Imported) -> None:
    block = event.block
    count, name = len(block.extrinsics), _hex(block.hash)
    counted = "1 extrinsic" if count == 1 else f"{count} extrinsics"
    # Short, so that a line with its time fits 80 columns; the JSON line has all of the hash.
    message = f"Imported #{block.number} {name[:_HEAD]}…{name[-_TAIL:]} ({counted})"
    seconds = None if event.work is None else round(event.work.seconds, 6)
    node_log.say(message, block=block.number, hash=name, extrinsics=count, seconds=seconds)


@contextlib.contextmanager
def _status_line(output: Output) -> Iterator[Callable[[NodeStatus], None] | None]:
    """A function that updates the status line; None without a terminal."""
    if output.as_json or output.quiet or not sys.stdout.isatty():
        yield None
        return
    from btcli.render.status_line import status_line  # noqa: PLC0415 - Rich, for a terminal only

    with status_line() as show:
        yield show


@contextlib.contextmanager
def _ended_by_signals(events: Events) -> Iterator[None]:
    """Shut the node down on SIGINT and SIGTERM inside the context."""
    numbers = (signal.SIGINT, signal.SIGTERM)

    def end(*_: object) -> None:
        stopping.stop()  # a compiled runtime may be executing, in this thread or another
        events.put(None)

    before = [signal.signal(number, end) for number in numbers]
    try:
        yield
    finally:
        stopping.resume()
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)


# The start


def _say_start(output: Output, node: Node, log_format: node_log.Format) -> None:
    data = document(node.path, holder_of(node.path)) | node.info()
    if log_format == "json" and not output.as_json:
        node_log.say(f"The node listens at {node.endpoint}", **data)
    else:
        with contextlib.suppress(OutputNotWritten):  # the node runs without a reader
            output.result(Result(data, _screen(node, data)))


def _screen(node: Node, data: dict[str, Any]) -> tuple[Block, ...]:
    accounts = [
        (each.secret or each.name, each.address, f"{each.amount:,.0}") for each in node.funded
    ]
    held = "TAO at genesis" if node.funded_at_genesis else "free TAO"
    table = Table(
        ("account", "address", held),
        accounts,
        title="Funded accounts (the secrets of //Alice and the others are public: for tests only)",
        right=frozenset({held}),
    )
    return (
        *([table] if accounts else []),  # none on a fork
        Facts(
            (
                ("endpoint", node.endpoint),
                ("explorer", http_of(node.endpoint)),
                ("chain file", data["chain_file"]),
                *_finality(node),
                *_fork(node),
            )
        ),
        *(Line(text) for text in (node.notice,) if text is not None),
        Line("Press Ctrl-C to stop the node. The chain is kept in its file."),
    )


def _finality(node: Node) -> list[tuple[str, str]]:
    """The finality lag; nothing for instant finality, the default."""
    lag = node.chain.finality_lag
    return [("finality", f"{lag:,} behind the best block")] if lag else []


def _fork(node: Node) -> list[tuple[str, str]]:
    origin = node.chain.store.origin
    return fork_facts(None if origin is None else origin.document())


def _hex(data: bytes) -> str:
    return "0x" + data.hex()
