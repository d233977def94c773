"""The chain of a file: opened here, or reached through the process that has it open."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from btsdk.drivers.transport import Transport
from btsdk.errors import ChainFileError
from local_node import LocalChain
from local_node.embedded.chain_file import holder_of, lock_chain_file
from local_node.embedded.transport import connect


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "some.chain"


def asked(link: Transport, method: str, *params: object) -> object:
    link.send(json.dumps({"jsonrpc": "2.0", "id": 1, "method": method, "params": params}))
    return json.loads(link.receive(30))["result"]


def test_connections_of_one_process_share_the_chain(path: Path) -> None:
    first, second = connect(path), connect(path)
    name = asked(first, "dev_newBlock")
    assert asked(second, "chain_getBlockHash", 1) == name
    first.close()
    assert holder_of(path) is not None
    second.close()
    assert holder_of(path) is None


def test_a_holder_that_serves_nothing_is_named(path: Path) -> None:
    lock = lock_chain_file(path, "dev")
    with pytest.raises(ChainFileError, match="which does not serve it"):
        connect(path, wait_s=0.1)
    lock.release()
    connect(path).close()


def test_a_holder_is_reached_at_its_endpoint(path: Path) -> None:
    with LocalChain() as chain:
        lock = lock_chain_file(path, "dev")
        genesis = "0x" + chain.chain.genesis_hash.hex()
        lock.describe(endpoint=chain.serve(), genesis=genesis)
        link = connect(path)
        assert asked(link, "chain_getBlockHash", 0) == genesis
        link.close()
        lock.release()
    assert not path.exists()


def test_another_chain_at_that_endpoint_is_not_taken_for_it(path: Path) -> None:
    with LocalChain() as chain:
        lock = lock_chain_file(path, "dev")
        lock.describe(endpoint=chain.serve(), genesis="0x" + "12" * 32)
        with pytest.raises(ChainFileError, match="is held by a process"):
            connect(path, wait_s=0.1)
        lock.release()
