"""From the chain's lists to columns."""

from __future__ import annotations

from btsdk.reads.metagraph import Metagraph
from btsdk.reads.metagraph.columns import dividends, filled, identity

GRAPH = Metagraph(1, 0, {"block": 1, "num_uids": 3})


def test_lists_are_cut_and_completed_to_the_size() -> None:
    assert filled([1, 2], 3, 0) == [1, 2, 0]
    assert filled([1, 2, 3, 4], 3, 0) == [1, 2, 3]
    assert filled((), 2, False) == [False, False]


def test_dividends_are_the_second_of_each_pair() -> None:
    assert dividends([(b"a", 4), (b"b", 5)], GRAPH).tolist() == [4, 5, 0]


def test_texts_of_an_identity_may_be_no_utf8() -> None:
    assert identity({"name": list(b"\xffx")}) == {"name": "\ufffdx"}
    assert identity(None) is None
