"""Endpoints that answer, and others."""

from __future__ import annotations

from pathlib import Path

import pytest

from btcli.endpoints import EndpointDocument, Place, endpoints_table, measure, places
from btsdk.errors import UsageError
from tests.cli import reference
from tests.unit.btcli.spellings import NOWHERE


def test_each_endpoint_is_measured_once() -> None:
    found = places(["finney", "archive", "local", NOWHERE, NOWHERE])
    assert [one.network for one in found] == ["finney", "finney", "local", NOWHERE]
    assert found[-1] == Place(NOWHERE, NOWHERE)
    with pytest.raises(UsageError, match="not a network"):
        places(["fin"])


def test_one_that_answers_and_one_that_does_not(tmp_path: Path) -> None:
    local, silent = measure(places(["local", NOWHERE]), tmp_path / "dev.chain")
    for one in (local, silent):
        assert reference.problems(one, EndpointDocument) == []
    assert (local["error"], local["block"]) == (None, 0)
    assert local["latency_ms"] is not None
    assert (silent["latency_ms"], silent["block"]) == (None, None)
    assert "refused" in (silent["error"] or "").lower()
    lines = endpoints_table([silent, local]).plain().splitlines()
    assert lines[1].startswith("local")  # the fastest first
    assert "error" not in endpoints_table([local]).plain()
