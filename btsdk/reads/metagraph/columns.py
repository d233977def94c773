"""From the chain's lists to columns: NumPy arrays of numbers, tuples of everything else.

An array has one element for each neuron: a list that no epoch has filled is padded with zeros.
Arrays are read-only, because a metagraph returns the same one each time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from btsdk.keys import ss58
from btsdk.reads.identities import text
from btsdk.reads.serving import Axon, axon_of

if TYPE_CHECKING:
    from btsdk.reads.metagraph.arrays import Flags, Integers
    from btsdk.reads.metagraph.fetched import Fetched

T = TypeVar("T")

IdentityText: TypeAlias = "dict[str, str]"
"""An identity as its account has published it, by the chain's names; nothing verifies it."""


def integers(values: Sequence[int], graph: Fetched) -> Integers:
    """A column of integers: `int64`, which no amount or block exceeds; a value that does makes it
    `uint64`."""
    import numpy as np  # noqa: PLC0415  # slow to load, and rows do not need it

    padded = filled(values, graph.size, 0)
    try:
        column = np.array(padded, dtype=np.int64)
    except OverflowError:
        column = np.array(padded, dtype=np.uint64)
    column.setflags(write=False)
    return column


def flags(values: Sequence[bool], graph: Fetched) -> Flags:
    """A column of booleans."""
    import numpy as np  # noqa: PLC0415  # see `integers`

    column = np.array(filled(values, graph.size, False), dtype=np.bool_)
    column.setflags(write=False)
    return column


def uids(values: Sequence[int], _graph: Fetched) -> Integers:
    """Some of the uids, in the order of the chain."""
    import numpy as np  # noqa: PLC0415  # see `integers`

    column = np.array(values, dtype=np.int64)
    column.setflags(write=False)
    return column


def dividends(values: Sequence[tuple[bytes, int]], graph: Fetched) -> Integers:
    """A column from pairs of hotkey and amount, which the chain lists by uid."""
    return integers([amount for _, amount in values], graph)


def filled(values: Sequence[T], size: int, missing: T) -> list[T]:
    """The first `size` values, completed with `missing`."""
    found = list(values[:size])
    return found + [missing] * (size - len(found))


def addresses(keys: Sequence[bytes], _graph: Fetched) -> tuple[str, ...]:
    """The ss58 addresses of accounts."""
    return tuple(ss58.encode_many(keys))


def axons(values: Sequence[Any], _graph: Fetched) -> tuple[Axon | None, ...]:
    """The published address of each neuron."""
    return tuple(axon_of(value) for value in values)


def identities(values: Sequence[Any], _graph: Fetched) -> tuple[IdentityText | None, ...]:
    """The identity of each neuron's coldkey."""
    return tuple(identity(value) for value in values)


def identity(value: Any, _graph: Fetched | None = None) -> IdentityText | None:
    """An identity with its texts decoded."""
    return None if value is None else {name: text(part) for name, part in value.items()}


def commitments(values: Sequence[tuple[bytes, bytes]], _graph: Fetched) -> dict[str, bytes]:
    """The raw content of commitments, by the hotkey that made them."""
    return {ss58.encode(account): content for account, content in values}
