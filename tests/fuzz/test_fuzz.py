"""Coverage-guided fuzzing of what strangers send: the bytes of extrinsics, and requests."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from btsdk.keys import Keypair
from chain_spec import chains
from local_node.rpc.table import Table
from tests.fuzz.environment import executions, fuzz
from tests.simulation.random_values import RandomValues
from tests.simulation.signing import Signing

ALICE = Keypair.from_uri("//Alice")
PARAMETERS: tuple[Any, ...] = (
    [],
    [None],
    ["0x"],
    ["0x" + "00" * 32],
    [0],
    [["0x26aa394eea5630e07c48ae0c9558cef7"], None],
    ["0x", 10, None, None],
    [ALICE.ss58_address],
    ["Core_version", "0x"],
    {"hash": None},
)
SHAPES = (
    "",
    "{}",
    "[]",
    "[1]",
    "null",
    '{"jsonrpc":"2.0","id":1}',
    '[{"jsonrpc":"2.0","id":1,"method":"system_name"},{}]',
    '{"jsonrpc":"2.0","method":"system_name"}',
    '{"jsonrpc":"2.0","id":1e400,"method":"system_name"}',
    '{"id":"\\ud800","method":"system_name","params":{"\\u0000":[]}}',
)


def contents() -> Iterator[bytes]:
    """Extrinsics without their length, of every kind of call."""
    interface = chains.load("dev").interface
    chance = Random("seeds")
    values = RandomValues(interface.registry, chance, [ALICE.public_key])
    signing = Signing(interface, bytes(32))
    for nonce in range(150):
        call = values.call()
        whole = signing.bare(call) if nonce % 3 else signing.signed(ALICE, call, nonce)
        yield whole[1 << (whole[0] & 3) :]


def requests() -> Iterator[bytes]:
    """A request of every method, with several kinds of parameters. Methods that only a developer
    calls are left out: they may take as long as they are told to."""
    methods = [name for name in Table().names() if not name.startswith("dev_")]
    for at, name in enumerate(methods):
        for params in PARAMETERS:
            request = {"jsonrpc": "2.0", "id": at, "method": name, "params": params}
            yield bytes([at % 2]) + json.dumps(request, separators=(",", ":")).encode()
    for shape in SHAPES:
        yield b"\x00" + shape.encode()
        yield b"\x01" + shape.encode()


@pytest.mark.slow
def test_the_decoder_of_extrinsics(tmp_path: Path) -> None:
    assert executions(fuzz("extrinsics", tmp_path / "corpus", contents())) > 1000


@pytest.mark.slow
def test_the_entry_of_requests(tmp_path: Path) -> None:
    assert executions(fuzz("requests", tmp_path / "corpus", requests())) > 1000
