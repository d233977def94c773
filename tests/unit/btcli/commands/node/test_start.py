"""`btcli node start`: its port and who may use it, its chain, and its runtime."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from btsdk.client import Client
from tests.cli.running import Cli
from tests.security.raw import JSON, ask, request, upgrade_status
from tests.unit.local_node.chain.test_runtimes import raw_spec, tiny

EVIL, ALLOWED = "http://evil.example", "https://app.example"


@pytest.fixture
def served(cli: Cli) -> Iterator[Cli]:
    """btcli in an empty home; its node is stopped at the end."""
    yield cli
    cli("node", "stop")


def asked(endpoint: str, *requests: object) -> object:
    body = json.dumps(requests if len(requests) > 1 else requests[0]).encode()
    return ask(endpoint, body=body, headers=(("Content-Type", JSON),)).json


def test_a_port_that_is_taken(node: Cli, tmp_path: Path) -> None:
    port = node.inside("node", "status", "--json").data()["endpoint"].rpartition(":")[2]
    other = Cli(tmp_path)
    done = other("node", "start", "--daemon", "--port", port, "--json")
    assert done.exit_code == 3
    assert done.error()["message"]
    assert other.inside("node", "status", "--json").data()["running"] is False


def test_fresh_begins_at_genesis(cli: Cli) -> None:
    cli.inside("node", "advance", "7", "--json").data()
    cli("node", "start", "-d", "--port", "0", "--fresh", "--json").data()
    try:
        assert cli.inside("node", "status", "--json").data()["block"] < 7
    finally:
        cli.inside("node", "stop")


def test_a_node_that_others_can_reach(served: Cli) -> None:
    """It warns, serves strangers safe methods only, and its owner everything."""
    done = served("node", "start", "-d", "--host", "0.0.0.0", "--port", "0", "--json")
    endpoint = done.data()["endpoint"].replace("0.0.0.0", "127.0.0.1")
    assert "Warning: other machines can reach the node at 0.0.0.0" in done.err
    assert "--rpc-methods unsafe" in done.err
    answer = asked(endpoint, request("dev_newBlock"))
    assert isinstance(answer, dict)
    assert answer["error"]["code"] == -32601
    assert served("node", "advance", "3", "--json").data()["made"] == 3
    assert served("node", "status", "--json").data()["endpoint"] == done.data()["endpoint"]
    exported = served.chain_file.with_name("exported.gz")
    assert served("node", "export", str(exported), "--json").data()["blocks"] >= 3


def test_one_that_serves_them_everything_says_so(served: Cli) -> None:
    words = ("--host", "0.0.0.0", "--rpc-methods", "unsafe", "--port", "0")
    done = served("node", "start", "-d", *words, "--json")
    assert "can change the chain" in done.err
    endpoint = done.data()["endpoint"].replace("0.0.0.0", "127.0.0.1")
    answer = asked(endpoint, request("dev_newBlock"))
    assert isinstance(answer, dict)
    assert "result" in answer


def test_origins_and_limits_are_those_that_were_named(served: Cli) -> None:
    words = ("--allow-origin", ALLOWED, "--rpc-cors", "http://b.example,http://c.example:81")
    limits = ("--rpc-max-batch-request-len", "2", "--rpc-max-response-size", "1")
    done = served("node", "start", "-d", "--port", "0", *words, *limits, "--json")
    assert "Warning" not in done.err
    endpoint = done.data()["endpoint"]
    for origin in (ALLOWED, "http://b.example", "http://c.example:81", "http://localhost:3000"):
        assert upgrade_status(endpoint, Origin=origin) == 101
    assert upgrade_status(endpoint, Origin=EVIL) == 403
    one = request("system_chain")
    assert isinstance(asked(endpoint, one, one), list)
    answer = asked(endpoint, one, one, one)
    assert isinstance(answer, dict)
    assert answer["error"]["code"] == -32010


def test_a_node_begins_with_a_runtime_and_goes_on_with_it(
    cli: Cli, tmp_path: Path, code: Path
) -> None:
    spec = tmp_path / "raw.json"
    spec.write_text(raw_spec(tiny(number=9)))
    start = ("node", "start", "--daemon", "--chain", str(spec), "--port", "0", "--json")
    try:
        started = cli(*start, "--runtime", str(code)).data()
        with Client(started["endpoint"]) as client:
            assert client.call("state_getRuntimeVersion")["specVersion"] == 7
            assert client.call("system_chain") == "Tiny"
    finally:
        cli("node", "stop")
    other = cli(*start[:2], "--chain", str(spec), "--port", "0", "--runtime", str(spec), "--json")
    assert other.exit_code != 0
    assert "a different runtime" in other.error()["message"]
