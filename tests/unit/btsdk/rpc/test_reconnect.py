"""The order of attempts, and the error after the last one."""

from __future__ import annotations

from btsdk.errors import ConnectError
from btsdk.rpc.reconnect import ONCE, Attempt, Endpoints, Policy


def test_rounds_over_the_list_with_growing_delays() -> None:
    endpoints = Endpoints(("a", "b"))
    attempts = list(endpoints.attempts(Policy(rounds=4, first_delay=1.0, longest=1.5)))
    assert [a.endpoint for a in attempts] == ["a", "b"] * 4
    assert [a.delay for a in attempts] == [0, 0, 1.0, 0, 1.5, 0, 1.5, 0]


def test_after_a_loss_the_one_that_worked_comes_first() -> None:
    endpoints = Endpoints(("a", "b", "c"))
    endpoints.succeeded("b")
    assert [a.endpoint for a in endpoints.attempts(ONCE)] == ["b", "c", "a"]
    assert next(iter(endpoints.attempts(ONCE))) == Attempt("b", 0.0)


def test_the_error_names_every_endpoint_and_what_it_said() -> None:
    endpoints = Endpoints(("ws://a", "ws://b"))
    endpoints.failed("ws://a", ConnectError("ws://a", "refused"))
    endpoints.failed("ws://b", ConnectError("ws://b", "no such host"))
    text = str(endpoints.exhausted())
    assert "ws://a: refused" in text
    assert "ws://b: no such host" in text
    single = Endpoints(("ws://a",))
    single.failed("ws://a", ConnectError("ws://a", "refused"))
    assert str(single.exhausted()) == "ws://a: refused"


def test_the_hint_fits_whose_node_it_is() -> None:
    assert "node running" in (Endpoints(("ws://127.0.0.1:9944",)).exhausted().hint or "")
    for names in (("wss://entrypoint-finney.opentensor.ai:443",), ("wss://a", "wss://b")):
        hint = Endpoints(names).exhausted().hint or ""
        assert "online" in hint
        assert "node running" not in hint
