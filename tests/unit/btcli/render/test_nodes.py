"""The local chain and its node on a screen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from btcli.render.nodes import counted, fork_facts, started_facts, status_facts
from local_node.embedded.chain_file import Holder


@pytest.mark.parametrize(
    ("blocks", "said"), [(0, "0 blocks"), (1, "1 block"), (1234, "1,234 blocks")]
)
def test_blocks_are_counted(blocks: int, said: str) -> None:
    assert counted(blocks) == said


def test_a_started_node_says_where_it_is() -> None:
    facts = started_facts(Path("/x/dev.chain"), Holder(5, "dev", endpoint="ws://h:1", log="/x/l"))
    assert dict(facts.rows) == {
        "endpoint": "ws://h:1",
        "pid": "5",
        "chain file": "/x/dev.chain",
        "log": "/x/l",
    }


def status(**values: Any) -> dict[str, str]:
    usual: dict[str, Any] = {
        "running": False,
        "pid": None,
        "endpoint": None,
        "exists": True,
        "chain_file": "/x/dev.chain",
        "log": None,
    }
    return dict(status_facts({**usual, **values}).rows)


def test_who_has_the_chain_open() -> None:
    assert status()["node"].startswith("not running; commands open")
    other = status(pid=7)["node"]
    assert other == "not running; pid 7 has the chain open"
    running = status(running=True, pid=7, endpoint="ws://h:1", log="/x/log")
    assert (running["node"], running["endpoint"]) == ("running, pid 7", "ws://h:1")
    assert running["log"] == "/x/log"
    assert status(exists=False)["chain"].startswith("does not exist")


def test_how_the_chain_stands() -> None:
    head = {
        "block": 9,
        "block_hash": "0xab",
        "finalized": 9,
        "finality_lag": 0,
        "clock_ahead_s": 0,
        "fork": None,
    }
    found = status(**head)
    assert (found["block"], found["finalized"]) == ("9 0xab", "9")
    assert found["clock"] == "system time"
    behind = status(**head | {"finality_lag": 4, "finalized": 5, "clock_ahead_s": 3600.04})
    assert behind["finalized"] == "5, 4 behind the best block"
    assert behind["clock"] == "3,600.0 s ahead of the system clock"


def test_of_what_a_chain_is_a_fork() -> None:
    assert fork_facts(None) == []
    fork = {"block": {"number": 5}, "url": "wss://x", "roots": "remote"}
    assert fork_facts(fork) == [("fork of", "block 5 of wss://x")]
    ((_, own),) = fork_facts({**fork, "roots": "own"})
    assert "state roots are local" in own
