"""A node in the foreground: what it says at the start, a line for each block, and a clean end."""

from __future__ import annotations

import contextlib
import queue
import signal
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from btcli.context import Context
from btcli.localchain import document
from btcli.output import Block, Result, Scene
from btcli.render.blocks import Facts, Line, Table
from btsdk.keys import Keypair
from btsdk.units import Tao
from local_node.chain.events import Imported
from local_node.chain_file import holder_of
from local_node.node import Node, NodeConfig

_PEOPLE = ("Alice", "Bob", "Charlie", "Dave", "Eve", "Ferdie", "One", "Two", "Three")


def serve(
    context: Context,
    chain: str,
    path: Path,
    *,
    fresh: bool,
    port: int,
    log: Path | None,
    scaffold: Path | None = None,
) -> None:
    """Run a node until SIGINT or SIGTERM. A `log` is what a node in the background writes to."""
    if log is not None:
        context.output.as_json = False  # the result is told by the process in the foreground
    events: queue.SimpleQueue[Imported | None] = queue.SimpleQueue()

    def hear(event: object) -> None:
        # Called while the chain's lock is held: hand over, and let this thread write.
        if isinstance(event, Imported):
            events.put(event)

    config = NodeConfig(chain, path, fresh=fresh, port=port, log=str(log or ""), scaffold=scaffold)
    with _ended_by_signals(events):
        node = Node.start(config, hear)
        try:
            context.output.scene = Scene("local", node.chain_name, _hex(node.chain.genesis_hash))
            context.output.result(_start(node))
            _say_blocks(context, events)
        finally:
            node.stop()


def _say_blocks(context: Context, events: queue.SimpleQueue[Imported | None]) -> None:
    while (event := events.get()) is not None:
        if not (context.output.as_json or context.output.quiet):
            block = event.block
            count = len(block.extrinsics)
            text = f"Imported #{block.header.number} {_hex(block.hash)} ({count} extrinsics)"
            context.output.line(text)


@contextlib.contextmanager
def _ended_by_signals(events: queue.SimpleQueue[Imported | None]) -> Iterator[None]:
    """While it holds, SIGINT and SIGTERM end the node in order, instead of interrupting it."""
    numbers = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(number, lambda *_: events.put(None)) for number in numbers]
    try:
        yield
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)


def _start(node: Node) -> Result:
    funded = _funded(node.chain.spec.genesis)
    data = document(node.path, holder_of(node.path)) | {
        "chain": node.chain_name,
        "endpoint": node.endpoint,
        "accounts": [
            {"name": name, "ss58": address, "free_tao": amount.decimal()}
            for name, address, amount in funded
        ],
    }
    blocks: tuple[Block, ...] = (
        Table(
            ("account", "address", "TAO at genesis"),
            [(name, address, f"{amount:,.0}") for name, address, amount in funded],
            title="Funded accounts; //Alice and so on are their secrets, known to everybody",
            right=frozenset({"TAO at genesis"}),
        ),
        Facts((("endpoint", node.endpoint), ("chain file", str(node.path)))),
        Line("Ctrl-C ends the node; the chain stays in its file."),
    )
    return Result(data, blocks)


def _funded(genesis: Mapping[str, Any]) -> list[tuple[str, str, Tao]]:
    """The accounts that have TAO in block 0, with the names of those whose secret is a name."""
    names = {Keypair.from_uri(f"//{name}").ss58_address: f"//{name}" for name in _PEOPLE}
    held = genesis.get("balances", {}).get("balances", ())
    return [(names.get(address, ""), address, Tao.from_rao(amount)) for address, amount in held]


def _hex(data: bytes) -> str:
    return "0x" + data.hex()
