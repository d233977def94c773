"""`btcli node start` and who may use its port: warnings, origins, methods, limits."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import Cli
from tests.security.raw import JSON, ask, request, upgrade_status

EVIL, ALLOWED = "http://evil.example", "https://app.example"


@pytest.fixture
def cli(tmp_path: Path) -> Iterator[Cli]:
    made = Cli(tmp_path)
    yield made
    made("node", "stop")


def asked(endpoint: str, *requests: object) -> object:
    body = json.dumps(requests if len(requests) > 1 else requests[0]).encode()
    return ask(endpoint, body=body, headers=(("Content-Type", JSON),)).json


def test_a_node_that_others_can_reach(cli: Cli) -> None:
    """It warns, serves strangers safe methods only, and its owner everything."""
    done = cli("node", "start", "-d", "--host", "0.0.0.0", "--port", "0", "--json")
    endpoint = done.data()["endpoint"].replace("0.0.0.0", "127.0.0.1")
    assert "Warning: other machines can reach the node at 0.0.0.0" in done.err
    assert "--rpc-methods unsafe" in done.err
    answer = asked(endpoint, request("dev_newBlock"))
    assert isinstance(answer, dict)
    assert answer["error"]["code"] == -32601
    assert cli("node", "advance", "3", "--json").data()["made"] == 3
    assert cli("node", "status", "--json").data()["endpoint"] == done.data()["endpoint"]
    exported = cli.chain_file.with_name("exported.gz")
    assert cli("node", "export", str(exported), "--json").data()["blocks"] >= 3


def test_one_that_serves_them_everything_says_so(cli: Cli) -> None:
    words = ("--host", "0.0.0.0", "--rpc-methods", "unsafe", "--port", "0")
    done = cli("node", "start", "-d", *words, "--json")
    assert "can change the chain" in done.err
    endpoint = done.data()["endpoint"].replace("0.0.0.0", "127.0.0.1")
    answer = asked(endpoint, request("dev_newBlock"))
    assert isinstance(answer, dict)
    assert "result" in answer


def test_origins_and_limits_are_those_that_were_named(cli: Cli) -> None:
    words = ("--allow-origin", ALLOWED, "--rpc-cors", "http://b.example,http://c.example:81")
    limits = ("--rpc-max-batch-request-len", "2", "--rpc-max-response-size", "1")
    done = cli("node", "start", "-d", "--port", "0", *words, *limits, "--json")
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


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("--allow-origin", "evil.example"), "--allow-origin"),
        (("--rpc-methods", "some"), "--rpc-methods"),
        (("--rpc-max-connections", "0"), "--rpc-max-connections"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    tmp_path: Path, words: tuple[str, ...], reason: str
) -> None:
    done = Cli(tmp_path)("node", "start", *words, "--json")
    assert done.exit_code == 2
    assert reason in done.error()["message"]
    assert not (tmp_path / "local.chain").exists()
