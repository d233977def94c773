"""Answers in the making: bounded one by one, and together."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from local_node.rpc.errors import ANSWER_TOO_LARGE, BUSY, RpcFailure
from local_node.rpc.limits import MAX_MAKING, Limits, Making


def test_an_answer_that_is_too_long_is_refused_on_the_way() -> None:
    making = Making(Limits(response_size=1_000))
    asked = []

    def endless() -> Iterator[str]:
        while True:
            asked.append(1)
            yield "x" * 97

    with pytest.raises(RpcFailure) as caught:
        making.listed(endless())
    assert caught.value.code == ANSWER_TOO_LARGE
    assert len(asked) == 11
    with pytest.raises(RpcFailure):
        making.whole(1_001)


def test_all_of_them_together_are_bounded() -> None:
    making = Making(Limits(response_size=2 * MAX_MAKING))
    thread = threading.Thread(target=making.take, args=(MAX_MAKING - 10,))
    thread.start()
    thread.join()
    with pytest.raises(RpcFailure) as caught:
        making.take(11)
    assert caught.value.code == BUSY
    making.take(10)
    making.give_back()  # of this thread alone
    assert making.taken == MAX_MAKING - 10
