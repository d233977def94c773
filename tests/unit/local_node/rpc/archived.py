"""A client of the archive interface."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager

from local_node.chain.chain import Chain
from local_node.chain.modes import Manual
from local_node.rpc.context import NodeIdentity
from local_node.rpc.dispatch import Dispatcher
from local_node.state.store import Store
from tests.unit.local_node.chain.counter import CounterRuntime, Spec, add
from tests.unit.local_node.rpc.line import Line


def at(line: Line, number: int) -> str:
    (found,) = line.call("archive_v1_hashByHeight", number)
    return str(found)


def text(data: bytes) -> str:
    return "0x" + data.hex()


def raw(data: str) -> bytes:
    return bytes.fromhex(data.removeprefix("0x"))


@contextmanager
def counted_line() -> Iterator[Line]:
    """A counter chain: nothing in block 1, an extrinsic in block 2, another in 3; states of the
    last four blocks are kept."""
    chain = Chain.open(Spec(sum=4), Store(keep=4), runtime=CounterRuntime(), mode=Manual())
    chain.author_block()
    chain.author_block([add(1, 0, 5)])
    chain.author_block([add(1, 1, 6)])
    with closing(chain):
        yield Line(Dispatcher(chain, NodeIdentity()))
