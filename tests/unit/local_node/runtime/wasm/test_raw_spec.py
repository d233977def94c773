"""The real thing: the runtime that Subtensor published in a raw chain spec, run by this node.

`BTSDK_RAW_SPEC` names the spec (`scripts/specs/raonet.json` of the public Subtensor repository,
spec version 218), which is not part of this project.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from websockets.sync.client import connect

from btsdk.client import Client
from btsdk.errors import DispatchError, TransactionRefused
from btsdk.keys.hashing import blake2_256, keccak_256, sha2_256, twox_128
from btsdk.keys.keypair import Keypair
from btsdk.ops import RawCall, RecycleRegister, Sudo, Transfer
from btsdk.units import Tao
from local_node.embedded.chain_file import lock_chain_file
from local_node.process.maintenance import check_chain_file
from local_node.process.node import Node, NodeConfig
from local_node.runtime.wasm.code import wasm_of
from local_node.state.trie_node import hash_of
from tests.runtimes import NEEDS_RAW_SPEC, RAW_SPEC, UNVERIFIED
from tests.unit.local_node.state import reference

pytestmark = list(NEEDS_RAW_SPEC)

ALICE, BOB, HOT, OTHER = (Keypair.from_uri(f"//{name}") for name in ("Alice", "Bob", "Hot", "X"))
SUDO_KEY = twox_128(b"Sudo") + twox_128(b"Key")
SUBNET = 1
DIFFICULTY = 500


def admin(name: str, **args: Any) -> RawCall:
    return RawCall("AdminUtils", f"sudo_set_{name}", args)


def subtensor(name: str, **args: Any) -> RawCall:
    return RawCall("SubtensorModule", name, args)


SETTINGS = (
    admin("network_registration_allowed", netuid=SUBNET, registration_allowed=True),
    admin("network_pow_registration_allowed", netuid=SUBNET, registration_allowed=True),
    admin("difficulty", netuid=SUBNET, difficulty=DIFFICULTY),
    admin("network_rate_limit", rate_limit=0),
)


@pytest.fixture(scope="module", autouse=True)
def _cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What is compiled once serves all these tests, and nobody else."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@contextmanager
def running(path: Path) -> Iterator[tuple[Node, Client]]:
    node = Node.start(NodeConfig(RAW_SPEC, path, port=0))
    try:
        with Client(node.endpoint, timeout=120) as client:
            yield node, client
    finally:
        node.stop()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "raw.chain"


def endow(client: Client) -> None:
    """Alice is sudo, and she and Bob are rich: the keys of the spec's own accounts are unknown."""
    client.call("dev_setStorage", [[_hex(SUDO_KEY), _hex(ALICE.public_key)]])
    for keypair in (ALICE, BOB, HOT):
        client.call("dev_setBalance", keypair.ss58_address, 10**15)


def _hex(data: bytes) -> str:
    return "0x" + data.hex()


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.removeprefix("0x"))


def test_the_genesis_is_that_of_the_spec(path: Path) -> None:
    raw = json.loads(Path(RAW_SPEC).read_text())["genesis"]["raw"]["top"]
    items = {_bytes(key): _bytes(value) for key, value in raw.items()}
    root = reference.root(items)
    header = bytes(32) + b"\x00" + root + hash_of(b"\0") + b"\x00"
    with running(path) as (node, client):
        assert client.genesis_hash() == _hex(blake2_256(header))
        assert client.call("chain_getHeader", client.genesis_hash())["stateRoot"] == _hex(root)
        assert client.info().spec_version == 218
        assert node.chain.is_compiled


def test_fifty_blocks_with_transfers_and_a_restart_in_the_middle(path: Path) -> None:
    amount = Tao.parse("1.25")
    target = Keypair.from_uri("//Target").ss58_address
    sent = 0
    for half in range(2):
        with running(path) as (_, client):
            if half == 0:
                endow(client)
            for _ in range(25):
                receipt = client.execute(Transfer(target, amount), ALICE, **UNVERIFIED)
                sent += 1
                assert receipt.fee is not None
                assert receipt.fee.rao > 0
            assert client.head().balance(target).free == amount * sent
            assert client.head().number >= 25 * (half + 1)
    lock = lock_chain_file(path)
    try:
        report = check_chain_file(lock)
    finally:
        lock.release()
    assert report.problems == ()
    assert report.executed >= 50


def test_sudo_registrations_and_stake(path: Path) -> None:
    with running(path) as (_, client):
        endow(client)
        for setting in SETTINGS:
            client.execute(Sudo(setting), ALICE, **UNVERIFIED)
        with pytest.raises(DispatchError, match=r"BadOrigin|RequireSudo"):
            client.execute(Sudo(SETTINGS[0]), BOB, **UNVERIFIED)

        client.execute(RecycleRegister(SUBNET, HOT.ss58_address), BOB, **UNVERIFIED)
        client.execute(_proof_of_work(client), OTHER, **UNVERIFIED)
        assert client.head().owner(OTHER.ss58_address) == BOB.ss58_address

        before = client.head().balance(BOB.ss58_address).free
        stake = subtensor(
            "add_stake", hotkey=HOT.public_key, netuid=SUBNET, amount_staked=5 * 10**9
        )
        receipt = client.execute(stake, BOB, **UNVERIFIED)
        assert receipt.fee is not None
        paid = before - client.head().balance(BOB.ss58_address).free
        assert paid == Tao.parse("5") + receipt.fee

        networks = client.head().subnet_count()
        client.execute(
            subtensor("register_network", hotkey=ALICE.public_key, mechid=1), ALICE, **UNVERIFIED
        )
        assert client.head().subnet_count() == networks + 1


def _proof_of_work(client: Client) -> RawCall:
    """`register` with a seal; this release of the chain reads it from its big end."""
    head = client.head()
    inner = keccak_256(_bytes(head.hash) + OTHER.public_key)
    for nonce in count():
        seal = keccak_256(sha2_256(nonce.to_bytes(8, "little") + inner))
        if int.from_bytes(seal, "big") * DIFFICULTY < 2**256:
            return subtensor(
                "register",
                netuid=SUBNET,
                block_number=head.number,
                nonce=nonce,
                work=seal,
                hotkey=OTHER.public_key,
                coldkey=BOB.public_key,
            )
    raise AssertionError


def test_a_proof_that_does_not_meet_the_difficulty_is_refused(path: Path) -> None:
    with running(path) as (_, client):
        endow(client)
        client.execute(Sudo(SETTINGS[1]), ALICE, **UNVERIFIED)
        with pytest.raises(DispatchError, match="InvalidDifficulty"):
            client.execute(_proof_of_work(client), OTHER, **UNVERIFIED)


def test_substrate_interface_does_the_main_job_too(path: Path) -> None:
    from substrateinterface import Keypair as TheirKeypair
    from substrateinterface import SubstrateInterface

    with running(path) as (node, client):
        endow(client)
        with SubstrateInterface(url=node.endpoint) as theirs:

            def execute(call: RawCall, uri: str, *, sudo: bool = False) -> None:
                args = {name: _theirs(value) for name, value in call.args.items()}
                composed = theirs.compose_call(call.pallet, call.name, args)
                if sudo:
                    composed = theirs.compose_call("Sudo", "sudo", {"call": composed})
                keypair = TheirKeypair.create_from_uri(uri)
                signed = theirs.create_signed_extrinsic(composed, keypair)
                receipt = theirs.submit_extrinsic(signed, wait_for_inclusion=True)
                assert receipt.is_success, receipt.error_message

            for setting in SETTINGS:
                execute(setting, "//Alice", sudo=True)
            transfer = {"dest": OTHER.public_key, "value": 10**9}
            execute(RawCall("Balances", "transfer_keep_alive", transfer), "//Alice")
            execute(subtensor("burned_register", netuid=SUBNET, hotkey=HOT.public_key), "//Bob")
            execute(_proof_of_work(client), "//X")
            stake = {"hotkey": HOT.public_key, "netuid": SUBNET, "amount_staked": 5 * 10**9}
            execute(subtensor("add_stake", **stake), "//Bob")
            networks = client.head().subnet_count()
            execute(subtensor("register_network", hotkey=ALICE.public_key, mechid=1), "//Alice")
            account = theirs.query("System", "Account", [OTHER.ss58_address]).value
            owner = theirs.query("SubtensorModule", "Owner", [OTHER.ss58_address]).value
        assert account["data"]["free"] == 10**9
        assert owner == BOB.ss58_address
        assert client.head().subnet_count() == networks + 1


def _theirs(value: Any) -> Any:
    return _hex(value) if isinstance(value, bytes) else value


def test_read_proofs_hold(path: Path) -> None:
    with running(path) as (_, client):
        endow(client)
        head = client.head()
        header = client.call("chain_getHeader", head.hash)
        keys = [SUDO_KEY, b":code", twox_128(b"Sudo") + b"nothing there"]
        proof = client.call("state_getReadProof", [_hex(key) for key in keys], head.hash)
        nodes = [_bytes(node) for node in proof["proof"]]
        for key in keys:
            value = client.call("state_getStorage", _hex(key), head.hash)
            expected = None if value is None else _bytes(value)
            assert reference.prove(_bytes(header["stateRoot"]), nodes, key) == expected


def test_an_upgrade_takes_effect_with_the_next_block(path: Path) -> None:
    """The same runtime, uncompressed: another code with the same version."""
    with running(path) as (node, client):
        endow(client)
        code = node.chain.state().get(b":code")
        assert code is not None
        with pytest.raises(DispatchError, match="SpecVersionNeedsToIncrease"):
            client.execute(Sudo(RawCall("System", "set_code", {"code": code})), ALICE, **UNVERIFIED)
        plain = wasm_of(code)
        with subscribed(node.endpoint, "state_subscribeRuntimeVersion") as updates:
            assert next(updates)["specVersion"] == 218
            upgrade = RawCall("System", "set_code_without_checks", {"code": plain})
            client.execute(Sudo(upgrade), ALICE, **UNVERIFIED)
            assert next(updates)["specVersion"] == 218
        assert node.chain.state().get(b":code") == plain
        client.execute(Transfer(BOB.ss58_address, Tao.parse("1")), ALICE, **UNVERIFIED)


@contextmanager
def subscribed(endpoint: str, method: str) -> Iterator[Iterator[Any]]:
    """What a subscription says, in the plainest way to hear it."""
    with connect(endpoint, max_size=None) as line:
        line.send(json.dumps({"jsonrpc": "2.0", "id": 1, "method": method, "params": []}))
        assert "result" in json.loads(line.recv(timeout=60))
        yield (json.loads(line.recv(timeout=120))["params"]["result"] for _ in count())


def test_a_runtime_without_the_hash_of_its_metadata_is_not_signed_for_silently(path: Path) -> None:
    with running(path) as (_, client):
        endow(client)
        plan = client.prepare(Transfer(BOB.ss58_address, Tao.parse("1")), ALICE)
        dry = client.dry_run(plan).error
        assert isinstance(dry, TransactionRefused)
        with pytest.raises(TransactionRefused) as raised:
            client.submit(plan)
        for error in (dry, raised.value):
            assert error.reason == "CannotLookup"
            assert "check_metadata=False" in str(error.hint)
