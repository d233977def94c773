"""One chain file, several processes: who opens it, who connects, and what happens when one dies."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from btsdk import Client, Keypair, Tao, Transfer
from btsdk.drivers.blocking import WebSocket
from btsdk.drivers.transport import Transport
from btsdk.errors import ChainFileError, ConnectionLost
from local_node.embedded import chain_file as files
from local_node.embedded.connection import InProcess
from local_node.embedded.transport import connect
from local_node.process.node import Node, NodeConfig
from tests.node_process import NodeProcess

ALICE = Keypair.from_uri("//Alice")
BOB = Keypair.from_uri("//Bob")
TAO = Tao.parse("1")

Start = Callable[..., NodeProcess]

_MUTE_HOLDER = """
import sys, time
from pathlib import Path
from local_node.embedded.chain_file import lock_chain_file
held = lock_chain_file(Path(sys.argv[1]))
print("held", flush=True)
time.sleep(float(sys.argv[2]))
held.release()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "dev.chain"


@pytest.fixture
def start(path: Path) -> Iterator[Start]:
    """Starts nodes in processes of their own; those that are left are killed with the test."""
    running: list[NodeProcess] = []

    def one(chain: str = "dev", file: Path = path, port: int = 0) -> NodeProcess:
        running.append(NodeProcess(chain, file, port))
        return running[-1]

    yield one
    for node in running:
        node.kill()


def ask(transport: Transport, method: str, *params: object) -> object:
    request = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
    transport.send(json.dumps(request))
    return json.loads(transport.receive(60))["result"]


def mute_holder(path: Path, seconds: float) -> subprocess.Popen[str]:
    """A process that holds the file and serves nobody."""
    command = [sys.executable, "-c", _MUTE_HOLDER, str(path), str(seconds)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    process.stdout.close()
    return process


def client(path: Path, tmp_path: Path) -> Client:
    return Client("local", chain_file=path, cache=tmp_path / "cache")


def test_the_second_process_connects_to_the_first(path: Path, start: Start) -> None:
    node = start()
    transport = connect(path)
    assert isinstance(transport, WebSocket)
    assert transport.endpoint == node.endpoint
    holder = files.holder_of(path)
    assert holder is not None
    assert (holder.pid, holder.is_node, holder.chain) == (node.pid, True, "dev")
    assert ask(transport, "chain_getBlockHash", 0) == holder.genesis
    transport.close()


def test_in_one_process_the_chain_is_shared(path: Path) -> None:
    one, other = connect(path), connect(path)
    assert isinstance(one, InProcess)
    assert isinstance(other, InProcess)
    assert ask(one, "chain_getBlockHash", 0) == ask(other, "chain_getBlockHash", 0)
    one.close()
    with pytest.raises(ConnectionLost):
        one.send("{}")
    with pytest.raises(ConnectionLost):
        one.receive(1)
    assert ask(other, "system_chain") == "Bittensor dev"
    other.close()
    assert files.holder_of(path) is None


def test_a_process_that_stays_serves_others(path: Path) -> None:
    """A notebook does not lock out the terminal."""
    ours = connect(path)
    script = (
        "import sys; from pathlib import Path; from local_node.embedded import connect\n"
        "transport = connect(Path(sys.argv[1])); print(type(transport).__name__)\n"
        "transport.close()"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout == "WebSocket\n"
    ours.close()


def test_after_the_first_is_killed_the_second_goes_on(
    path: Path, start: Start, tmp_path: Path
) -> None:
    node = start()
    with client(path, tmp_path) as second:
        before = second.head().balance(BOB.ss58_address).free
        receipt = second.execute(Transfer(BOB.ss58_address, TAO), ALICE)
        node.kill()
        view = second.head()  # the very next call opens the file here
        assert view.balance(BOB.ss58_address).free == before + TAO
        assert second.at(receipt.block_number).hash == receipt.block_hash
        second.execute(Transfer(BOB.ss58_address, TAO), ALICE)
        holder = files.holder_of(path)
        assert holder is not None
        assert holder.pid == os.getpid()
    assert files.holder_of(path) is None


def test_a_node_that_stops_hands_over(path: Path, start: Start, tmp_path: Path) -> None:
    node = start()
    with client(path, tmp_path) as second:
        genesis = second.genesis_hash()
        assert node.stop() == 0
        assert second.genesis_hash() == genesis
        second.execute(Transfer(BOB.ss58_address, TAO), ALICE)
    again = start()
    with client(path, tmp_path) as third:
        assert third.info().endpoint == again.endpoint
        assert third.head().nonce(ALICE.ss58_address) == 1


def test_a_foreign_node_on_the_usual_port_is_not_ours(
    path: Path, start: Start, tmp_path: Path
) -> None:
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", 9944)) == 0:
            pytest.skip("something runs on port 9944 already")
    foreign = start("fast", tmp_path / "fast.chain", 9944)
    assert foreign.endpoint == "ws://127.0.0.1:9944"
    with client(path, tmp_path) as ours:
        info = ours.info()
        assert info.chain == "Bittensor dev"
        assert info.endpoint != foreign.endpoint
    assert ask_node(foreign, "system_chain") != "Bittensor dev"


def ask_node(node: NodeProcess, method: str) -> object:
    transport = WebSocket(node.endpoint, 10)
    answer = ask(transport, method)
    transport.close()
    return answer


def test_a_foreign_node_at_the_holders_endpoint_is_not_ours(
    path: Path, start: Start, tmp_path: Path
) -> None:
    """The port was given to another chain while somebody mute holds the file."""
    foreign = start("fast", tmp_path / "fast.chain")
    held = files.lock_chain_file(path, "dev")
    held.describe(endpoint=foreign.endpoint, genesis="0x" + "11" * 32)
    with pytest.raises(ChainFileError):
        connect(path, wait_s=0.3)
    held.release()


def test_a_holder_that_does_not_answer_is_named_in_time(path: Path) -> None:
    holder = mute_holder(path, 600)
    try:
        begun = time.monotonic()
        with pytest.raises(ChainFileError) as error:
            connect(path, wait_s=0.5)
        assert time.monotonic() - begun >= 0.5
        assert f"pid {holder.pid}" in str(error.value)
        assert error.value.hint
        with pytest.raises(ChainFileError) as error:
            files.lock_chain_file(path, wait_s=0.2)
        assert f"pid {holder.pid}" in str(error.value)
    finally:
        holder.kill()
        holder.wait()


def test_a_holder_that_lets_go_is_waited_for(path: Path) -> None:
    holder = mute_holder(path, 0.5)
    transport = connect(path)
    assert isinstance(transport, InProcess)
    transport.close()
    assert holder.wait() == 0


def test_a_second_node_is_refused_with_the_pid(path: Path, start: Start) -> None:
    node = start()
    with pytest.raises(ChainFileError) as error:
        Node.start(NodeConfig(chain="dev", chain_file=path, port=0))
    assert f"pid {node.pid}" in str(error.value)
    assert node.endpoint in str(error.value)


def test_a_file_keeps_to_its_chain(path: Path) -> None:
    Node.start(NodeConfig(chain="fast", chain_file=path, port=0)).stop()
    with pytest.raises(ChainFileError):
        Node.start(NodeConfig(chain="dev", chain_file=path, port=0))
    assert files.holder_of(path) is None
    transport = connect(path)  # who does not say which chain gets the one in the file
    assert ask(transport, "system_chain") != "Bittensor dev"
    transport.close()
    node = Node.start(NodeConfig(chain="dev", chain_file=path, port=0, fresh=True))
    assert node.chain_name == "dev"
    node.stop()


def test_a_folder_that_cannot_be_written_to(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    with pytest.raises(ChainFileError) as error:
        connect(blocked / "dev.chain")
    assert error.value.hint
