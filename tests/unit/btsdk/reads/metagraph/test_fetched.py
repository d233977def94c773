"""What was fetched of a metagraph."""

from __future__ import annotations

import pytest

from btsdk.reads.metagraph.fetched import Fetched
from btsdk.reads.metagraph.matrix import Matrix


def test_what_was_fetched_is_compared_by_value() -> None:
    info = {"block": 7, "num_uids": 2}
    one = Fetched(1, 0, info, Matrix(2, {0: {1: 5}}))
    assert (one.block, one.size) == (7, 2)
    assert Fetched(*one.parts) == one
    assert Fetched(1, 0, info) != one
    assert one != info
    with pytest.raises(TypeError, match="unhashable"):
        hash(one)
