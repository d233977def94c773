"""From a network's name to the parts of a client."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from btsdk import AsyncClient, Client
from btsdk.client.setup import CHAIN_FILE, setup
from btsdk.errors import UsageError
from tests.unit.btsdk.drivers.server import TinyNode


def test_headers_are_sent_and_checked() -> None:
    with TinyNode().running() as tiny:
        with Client(tiny.endpoint, headers={"x-api-key": "k"}, cache=False) as client:
            client.call("system_name")
            (connection,) = tiny.connections
            assert connection.request is not None
            assert connection.request.headers["x-api-key"] == "k"

        async def ask() -> str | None:
            async with AsyncClient(tiny.endpoint, headers={"x-api-key": "a"}, cache=False) as one:
                await one.call("system_name")
                found = {each.request.headers["x-api-key"] for each in tiny.connections}
                return "a" if "a" in found else None

        assert asyncio.run(ask()) == "a"
    with pytest.raises(UsageError, match="must not have") as refused:
        Client("ws://127.0.0.1:9", headers={"x-api-key": "secret\r\nHost: x"})
    assert "secret" not in str(refused.value)
    with pytest.raises(UsageError, match="endpoints"):
        Client("local", headers={"x-api-key": "k"})


def test_a_network_that_does_not_exist() -> None:
    with pytest.raises(UsageError, match="nowhere"):
        setup("nowhere", (), None, None, None, False)


def test_endpoints_are_websockets_and_nothing_is_connected() -> None:
    parts = setup("ws://127.0.0.1:9", ["ws://127.0.0.1:10"], None, None, None, False)
    assert parts.connect is None
    assert parts.network.endpoints == ("ws://127.0.0.1:9", "ws://127.0.0.1:10")
    assert parts.session.genesis is None


def test_the_file_of_the_local_chain_is_decided_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CHAIN_FILE, str(tmp_path / "first.chain"))
    connect = setup("local", (), None, None, None, False).connect
    assert connect is not None
    monkeypatch.setenv(CHAIN_FILE, str(tmp_path / "second.chain"))
    assert list(tmp_path.iterdir()) == []
    connect().close()
    assert (tmp_path / "first.chain").exists()
    assert not (tmp_path / "second.chain").exists()


def test_metadata_is_kept_once_for_each_folder(tmp_path: Path) -> None:
    def kept(cache: Path | bool) -> object:
        return setup("local", (), None, None, None, cache).runtimes.kept

    assert kept(tmp_path) is kept(tmp_path)
    assert kept(tmp_path) is not kept(tmp_path / "other")
    assert kept(False) is not kept(tmp_path)
