"""A client's subscriptions: replies go first, and nothing is told after the end."""

from __future__ import annotations

import json

import pytest

from local_node.rpc.errors import RpcFailure
from local_node.rpc.peer import MAX_SUBSCRIPTIONS, Peer


def results(sent: list[str]) -> list[object]:
    return [json.loads(text)["params"]["result"] for text in sent]


def test_notifications_wait_for_the_reply() -> None:
    sent: list[str] = []
    subscription = Peer(sent.append).open("some_event")
    subscription.push(1)
    subscription.push(2)
    assert sent == []
    subscription.release()
    subscription.push(3)
    assert results(sent) == [1, 2, 3]
    assert json.loads(sent[0]) == {
        "jsonrpc": "2.0",
        "method": "some_event",
        "params": {"subscription": subscription.id, "result": 1},
    }


def test_the_end_is_the_end() -> None:
    sent: list[str] = []
    cancelled: list[str] = []
    peer = Peer(sent.append)
    one, other = peer.open("event"), peer.open("event")
    one.on_cancel(lambda: cancelled.append("one"))
    other.on_cancel(lambda: cancelled.append("other"))
    for subscription in (one, other):
        subscription.release()
    assert peer.end(one.id) is True
    assert peer.end(one.id) is False
    assert peer.end(None) is False
    one.push("unheard")
    other.push("heard")
    assert results(sent) == ["heard"]
    peer.close()
    other.push("unheard")
    assert cancelled == ["one", "other"]
    assert results(sent) == ["heard"]
    other.on_cancel(lambda: cancelled.append("late"))
    assert cancelled[-1] == "late"


def test_ids_are_the_peers_own() -> None:
    one, other = Peer(lambda _: None), Peer(lambda _: None)
    subscription = one.open("event")
    assert other.end(subscription.id) is False
    assert one.end(subscription.id) is True


def test_there_is_a_most() -> None:
    peer = Peer(lambda _: None)
    for _ in range(MAX_SUBSCRIPTIONS):
        last = peer.open("event")
    with pytest.raises(RpcFailure):
        peer.open("event")
    peer.end(last.id)
    peer.open("event")


def test_without_a_line_nothing_can_be_subscribed() -> None:
    assert not Peer(None).can_subscribe
