"""The session fed by hand: no socket is needed to see everything that it does."""

from __future__ import annotations

import json
from typing import Any

import pytest

from btsdk.errors import ConnectError, ConnectionLost, ProtocolError, RpcError
from btsdk.rpc.effects import RpcCall, Subscribe
from btsdk.rpc.session import Session, State, repeatable

GENESIS = "0x" + "11" * 32
LOST = ConnectionLost("ws://x", "gone")
HEADS = Subscribe("chain_subscribeNewHeads", (), "chain_unsubscribeNewHeads")
WATCH = Subscribe("author_submitAndWatchExtrinsic", ("0x00",), "author_unwatchExtrinsic", False)


def out(session: Session) -> list[Any]:
    return [json.loads(text) for text in session.outgoing()]


def answer(session: Session, message: Any, result: Any) -> None:
    session.receive(json.dumps({"jsonrpc": "2.0", "id": message["id"], "result": result}))


def notify(session: Session, server_id: str, result: Any) -> None:
    params = {"subscription": server_id, "result": result}
    session.receive(json.dumps({"jsonrpc": "2.0", "method": "x", "params": params}))


def connect(session: Session) -> None:
    session.connected("ws://x")
    (greeting,) = out(session)
    assert greeting["method"] == "chain_getBlockHash"
    assert greeting["params"] == [0]
    answer(session, greeting, GENESIS)


def opened(genesis: str | None = None) -> Session:
    session = Session(genesis)
    connect(session)
    return session


def test_nothing_is_sent_before_the_genesis_is_known() -> None:
    session = Session()
    session.call(RpcCall("system_name"))
    assert session.wants_connection
    session.connected("ws://x")
    (greeting,) = out(session)
    assert out(session) == []
    answer(session, greeting, GENESIS)
    assert session.genesis == GENESIS
    assert session.state is State.OPEN
    assert [m["method"] for m in out(session)] == ["system_name"]


def test_another_chain_at_the_endpoint_is_refused() -> None:
    session = Session("0x" + "22" * 32)
    ticket = session.call(RpcCall("system_name"))
    connect(session)
    assert session.state is State.LOST
    with pytest.raises(ConnectError, match="another chain"):
        ticket.result()


def test_replies_are_matched_by_id_in_any_order() -> None:
    session = opened()
    first, second = session.call(RpcCall("a")), session.call(RpcCall("b"))
    one, two = out(session)
    answer(session, two, "two")
    assert second.done
    assert not first.done
    answer(session, one, "one")
    assert (first.result(), second.result()) == ("one", "two")


def test_an_error_belongs_to_its_call() -> None:
    session = opened()
    ticket = session.call(RpcCall("nope"))
    (message,) = out(session)
    error = {"code": -32601, "message": "Method not found"}
    session.receive(json.dumps({"id": message["id"], "error": error}))
    with pytest.raises(RpcError, match="nope"):
        ticket.result()


def test_a_batch_is_one_text_and_its_replies_come_in_order() -> None:
    session = opened()
    ticket = session.batch([RpcCall("a"), RpcCall("b")])
    (batch,) = out(session)
    assert [m["method"] for m in batch] == ["a", "b"]
    replies = [{"id": m["id"], "result": m["method"].upper()} for m in reversed(batch)]
    session.receive(json.dumps(replies))
    assert ticket.result() == ["A", "B"]
    assert session.batch([]).result() == []


def test_an_error_without_id_fails_the_oldest_request() -> None:
    session = opened()
    ticket = session.batch([RpcCall("a"), RpcCall("b")])
    out(session)
    session.receive('{"id":null,"error":{"code":-32600,"message":"batches are off"}}')
    with pytest.raises(RpcError, match="batches are off"):
        ticket.result()
    with pytest.raises(ProtocolError):
        session.receive('{"id":null,"error":{"code":-32600,"message":"?"}}')


def test_a_notification_may_overtake_the_reply_to_its_subscribe_call() -> None:
    session = opened()
    ticket, handle = session.subscribe(HEADS)
    (message,) = out(session)
    notify(session, "s1", 1)
    notify(session, "other", 99)
    answer(session, message, "s1")
    notify(session, "s1", 2)
    assert ticket.done
    taken = [session.take(handle), session.take(handle)]
    assert [n.value for n in taken if n] == [1, 2]
    assert session.take(handle) is None


def test_releasing_tells_the_server_and_a_second_take_is_refused() -> None:
    session = opened()
    _, handle = session.subscribe(HEADS)
    answer(session, out(session)[0], "s1")
    session.release(handle)
    (message,) = out(session)
    assert (message["method"], message["params"]) == ("chain_unsubscribeNewHeads", ["s1"])
    with pytest.raises(ProtocolError):
        session.take(handle)


def test_a_subscription_that_nobody_waits_for_is_released_when_it_opens_late() -> None:
    session = opened()
    ticket, _ = session.subscribe(HEADS)
    (message,) = out(session)
    session.abandon(ticket)
    answer(session, message, "s9")
    assert [m["params"] for m in out(session)] == [["s9"]]


def test_reads_are_sent_again_and_submissions_are_not() -> None:
    session = opened()
    read = session.call(RpcCall("state_getStorage", ("0x00",)))
    submit = session.call(RpcCall("author_submitExtrinsic", ("0x00",)))
    old = {m["method"]: m for m in out(session)}
    session.lost(LOST)
    assert session.wants_connection
    with pytest.raises(ConnectionLost):
        submit.result()
    assert not read.done
    connect(session)
    (again,) = out(session)
    assert again["method"] == "state_getStorage"
    answer(session, old["state_getStorage"], "an answer of the connection before")
    assert not read.done
    answer(session, again, "0x01")
    assert read.result() == "0x01"


def test_what_was_never_sent_is_sent_after_a_loss_whatever_it_is() -> None:
    session = opened()
    session.lost(LOST)
    session.call(RpcCall("author_submitExtrinsic", ("0x00",)))
    connect(session)
    assert [m["method"] for m in out(session)] == ["author_submitExtrinsic"]


def test_renewable_subscriptions_are_opened_again_and_keep_their_handle() -> None:
    session = opened()
    _, handle = session.subscribe(HEADS)
    answer(session, out(session)[0], "s1")
    notify(session, "s1", 1)
    session.lost(LOST)
    assert session.wants_connection
    connect(session)
    (again,) = out(session)
    answer(session, again, "s2")
    notify(session, "s2", 2)
    taken = [session.take(handle), session.take(handle)]
    assert [n.value for n in taken if n] == [1, 2]


def test_a_watched_submission_ends_with_the_connection() -> None:
    session = opened()
    _, handle = session.subscribe(WATCH)
    answer(session, out(session)[0], "s1")
    notify(session, "s1", "ready")
    session.lost(LOST)
    notification = session.take(handle)
    assert notification is not None
    assert notification.value == "ready"
    with pytest.raises(ConnectionLost):
        session.take(handle)
    assert not session.wants_connection


def test_a_watched_submission_lost_before_its_reply_is_not_repeated() -> None:
    session = opened()
    ticket, _ = session.subscribe(WATCH)
    out(session)
    session.lost(LOST)
    with pytest.raises(ConnectionLost):
        ticket.result()
    assert not session.wants_connection


def test_giving_up_fails_everything_that_waits() -> None:
    session = opened()
    read = session.call(RpcCall("system_name"))
    _, handle = session.subscribe(HEADS)
    session.lost(LOST)
    session.give_up(ConnectError("ws://x", "refused"))
    with pytest.raises(ConnectError):
        read.result()
    with pytest.raises(ConnectError):
        session.take(handle)
    assert not session.wants_connection


def test_closing_unsubscribes_fails_the_rest_and_is_final() -> None:
    session = opened()
    _, handle = session.subscribe(HEADS)
    answer(session, out(session)[0], "s1")
    waiting = session.call(RpcCall("system_name"))
    texts = session.close()
    assert [json.loads(t)["method"] for t in texts] == ["chain_unsubscribeNewHeads"]
    with pytest.raises(ConnectionLost):
        waiting.result()
    with pytest.raises(ConnectionLost):
        session.call(RpcCall("system_name"))
    assert session.close() == []
    with pytest.raises(RuntimeError):
        session.connected("ws://x")
    with pytest.raises(ProtocolError):
        session.take(handle)


def test_only_reads_are_repeatable() -> None:
    assert repeatable(RpcCall("state_getStorage"))
    assert repeatable(RpcCall("chain_getHeader"))
    assert repeatable(RpcCall("payment_queryInfo"))
    assert not repeatable(RpcCall("author_submitExtrinsic"))
    assert not repeatable(RpcCall("dev_newBlock"))
    assert not repeatable(RpcCall("system_addReservedPeer"))
