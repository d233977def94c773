"""What a node says of itself at its start."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from btsdk.errors import UsageError
from btsdk.keys import Keypair
from btsdk.units import Tao
from local_node.process.node_info import document, funded, write

ALICE = Keypair.from_uri("//Alice")
STRANGER = Keypair.from_uri("//Stranger")


def test_secrets_that_everybody_knows_are_told() -> None:
    held = [[ALICE.ss58_address, 5], [STRANGER.ss58_address, 7]]
    first, second = funded({"balances": {"balances": held}})
    assert (first.secret, first.amount) == ("//Alice", Tao.from_rao(5))
    assert (second.secret, second.amount) == (None, Tao.from_rao(7))
    assert funded({}) == []


def test_the_document_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    accounts = funded({"balances": {"balances": [[ALICE.ss58_address, 5]]}})
    content = document("dev", b"\x01" * 32, "ws://127.0.0.1:9944", tmp_path / "c", accounts)
    path = tmp_path / "node.json"
    write(path, content)
    read = json.loads(path.read_text())
    assert read["http"] == "http://127.0.0.1:9944"
    assert read["accounts"][0]["public_key"] == "0x" + ALICE.public_key.hex()
    path.unlink()
    path.mkdir()
    with pytest.raises(UsageError, match="cannot be written"):
        write(path, content)
    assert [found.name for found in tmp_path.iterdir()] == ["node.json"]
