"""A client's text is parsed once."""

from __future__ import annotations

import json

import pytest

from local_node.rpc import request
from local_node.rpc.request import PARSED_ON_ARRIVAL, Request


def test_it_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    texts: list[str] = []

    def loads(text: str) -> object:
        texts.append(text)
        return json.JSONDecoder().decode(text)

    monkeypatch.setattr(request.json, "loads", loads)
    one = Request('{"method": "a"}')
    assert one.single == one.message == {"method": "a"}
    assert texts == ['{"method": "a"}']


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, b"\xff"])
def test_what_is_no_json_is_no_single_request(text: str | bytes) -> None:
    one = Request(text)
    assert one.single is None
    with pytest.raises((ValueError, RecursionError)):
        _ = one.message


def test_a_batch_and_a_long_text_are_no_single_request() -> None:
    assert Request('[{"method": "a"}]').single is None
    long = Request('{"method": "a"}' + " " * PARSED_ON_ARRIVAL)
    assert long.single is None
    assert long.message == {"method": "a"}


def test_the_size_is_that_of_the_text() -> None:
    assert Request("[1]").size == Request(b"[1]").size == 3
