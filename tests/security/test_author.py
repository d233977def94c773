"""An author that cannot make a block: it says so once, serves reads, refuses what waits, and goes
on as soon as it can."""

from __future__ import annotations

import json
import logging
import time
from typing import Any

import pytest

from btsdk.errors import BtError, RpcError, TransactionRefused
from btsdk.keys import Keypair
from btsdk.units import Tao
from chain_spec.pallets import aura, system, timestamp
from local_node.chain import attempts
from local_node.chain.authoring import AuthoringError
from local_node.chain.chain import Chain
from local_node.chain.errors import PoolError
from local_node.chain.modes import Batch, Instant, Interval, Manual, Mode
from local_node.embedded.local_chain import LocalChain
from local_node.rpc.peer import Peer
from local_node.rpc.request import Request
from local_node.runtime.boundary import RuntimePanic, WasmExternalities
from local_node.server.metrics.blocks import BlockMetrics
from local_node.server.metrics.health import examine
from tests.simulation.world import COLDKEYS, World, call, key, settled_world, sudo

SLOT_KEY = aura.storage.CurrentSlot.prefix
LAST = b"\xff" * 8
TAO = 10**9


def poison(chain: Chain) -> None:
    """From here on no block can be made: no slot comes after the last of all."""
    chain.author_block(only=True, patch={SLOT_KEY: LAST})


def transfer(local: LocalChain, to: int) -> bytes:
    who = local.impersonate(Keypair.from_uri("//Alice").ss58_address)
    dest = ("Id", bytes([to]) * 32)
    args = {"dest": dest, "value": TAO}
    encoded = local.control.metadata.encode_call("Balances", "transfer_keep_alive", args)
    return local.control.extrinsic_for(who.public_key, encoded)


class Line:
    """One client at the JSON-RPC door."""

    def __init__(self, local: LocalChain) -> None:
        self._dispatcher = local.dispatcher
        self.heard: list[dict[str, Any]] = []
        self._peer = Peer(lambda text: self.heard.append(json.loads(text)))

    def ask(self, method: str, *params: Any) -> dict[str, Any]:
        request = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
        seen = len(self.heard)
        self._dispatcher.handle(Request(json.dumps(request)), self._peer)
        return next(each for each in self.heard[seen:] if each.get("id") == 1)


@pytest.fixture
def local() -> Any:
    with LocalChain(mode=Manual(), beacon=False) as chain:
        chain.advance(2)
        yield chain


def test_it_says_so_once(local: LocalChain, caplog: pytest.LogCaptureFixture) -> None:
    poison(local.chain)
    with caplog.at_level(logging.WARNING, "local_node"):
        for _ in range(5):
            with pytest.raises(AuthoringError, match="beyond"):
                local.advance()
        said = [record for record in caplog.records if record.levelno >= logging.ERROR]
        assert len(said) == 1
        assert "cannot be made" in said[0].getMessage()
        local.control.set_head(-1)
        local.advance()
    assert caplog.records[-1].getMessage().startswith("blocks are made again, after 5 failed")
    assert local.chain.trouble is None


def test_reads_are_answered_meanwhile(local: LocalChain) -> None:
    poison(local.chain)
    with pytest.raises(AuthoringError):
        local.advance()
    line = Line(local)
    best = local.chain.best
    for method, params in {
        "chain_getHeader": (),
        "chain_getBlockHash": (best.number,),
        "state_getMetadata": (),
        "state_getStorage": ("0x" + system.storage.Number.prefix.hex(),),
        "state_call": ("SubnetInfoRuntimeApi_get_all_dynamic_info", "0x"),
        "system_health": (),
        "dev_status": (),
        "dev_nodeInfo": (),
        "author_pendingExtrinsics": (),
    }.items():
        assert "result" in line.ask(method, *params), method


@pytest.mark.parametrize("mode", [Instant(), Batch(0.01), Interval(1), Instant(heartbeat=1)])
def test_what_would_wait_for_a_block_is_refused_with_the_reason(
    local: LocalChain, mode: Mode
) -> None:
    extrinsic = "0x" + transfer(local, 1).hex()
    poison(local.chain)
    local.chain.mode = mode
    with pytest.raises(AuthoringError):
        local.advance()
    line = Line(local)
    for method in ("author_submitExtrinsic", "author_submitAndWatchExtrinsic"):
        error = line.ask(method, extrinsic)["error"]
        assert error["code"] == 1018
        assert "beyond" in error["data"]
    assert "beyond" in line.ask("dev_newBlock")["error"]["message"]
    line.ask("transactionWatch_v1_submitAndWatch", extrinsic)
    assert "beyond" in line.heard[-1]["params"]["result"]["error"]
    assert not local.chain.pool.entries()


def test_the_first_submission_in_instant_mode_is_refused_too(local: LocalChain) -> None:
    extrinsic = transfer(local, 1)
    poison(local.chain)
    local.chain.mode = Instant()
    with pytest.raises(PoolError, match=r"the node cannot make blocks: .*beyond"):
        local.chain.submit(extrinsic)
    assert not local.chain.pool.entries()
    local.control.set_head(-1)
    local.chain.submit(extrinsic)  # it was not banned
    assert not local.chain.pool.entries()


def test_the_sdk_tells_the_reason(local: LocalChain) -> None:
    from btsdk.ops import Transfer  # the SDK, for this test alone

    poison(local.chain)
    local.chain.mode = Instant()
    alice = Keypair.from_uri("//Alice")
    bob = Keypair.from_uri("//Bob").ss58_address
    with pytest.raises((TransactionRefused, RpcError), match="beyond"):
        local.client.execute(Transfer(bob, Tao.parse("1")), alice)


def test_who_waits_already_hears_at_once(local: LocalChain) -> None:
    local.chain.mode = Interval(3600)
    extrinsic, unwatched = transfer(local, 1), transfer(local, 2)
    poison(local.chain)
    line = Line(local)
    line.ask("author_submitAndWatchExtrinsic", "0x" + extrinsic.hex())
    assert unwatched != extrinsic
    with pytest.raises(AuthoringError):
        local.chain.author_block()
    assert line.heard[-1]["params"]["result"] == "dropped"


def test_a_client_may_ask_for_blocks_by_hand_and_submit_meanwhile(local: LocalChain) -> None:
    """In manual mode nobody expects a block by itself."""
    poison(local.chain)
    with pytest.raises(AuthoringError):
        local.advance()
    local.chain.submit(transfer(local, 1))
    assert len(local.chain.pool.entries()) == 1


# Coming back


def test_a_patch_mends_a_state_on_which_nothing_runs(local: LocalChain) -> None:
    good = local.chain.state().get(SLOT_KEY)
    poison(local.chain)
    with pytest.raises(AuthoringError):
        local.advance()
    line = Line(local)
    assert good is not None
    answer = line.ask("dev_setStorage", [["0x" + SLOT_KEY.hex(), "0x" + good.hex()]])
    assert "result" in answer, answer
    assert local.chain.trouble is None
    local.advance(3)
    assert local.chain.check(execute=True) == []


def test_a_mended_chain_is_exported_and_loaded(local: LocalChain) -> None:
    good = local.chain.state().get(SLOT_KEY)
    poison(local.chain)
    local.control.patch({SLOT_KEY: good})
    local.advance()
    document = local.control.dump()
    with LocalChain(mode=Manual(), beacon=False) as other:
        assert other.control.load(document) == local.chain.best


def test_going_back_mends_it(local: LocalChain) -> None:
    snapshot = local.snapshot()
    poison(local.chain)
    with pytest.raises(AuthoringError):
        local.advance()
    local.revert(snapshot)
    assert local.chain.trouble is None
    local.advance()


@pytest.mark.parametrize("mode", [Interval(0.05), Instant(heartbeat=0.05)])
def test_the_ticker_tries_again_and_goes_on(
    local: LocalChain, mode: Mode, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attempts, "FIRST_PAUSE_MS", 20)
    monkeypatch.setattr(attempts, "LONGEST_PAUSE_MS", 40)
    poison(local.chain)
    local.chain.mode = mode
    assert eventually(lambda: local.chain.failed_blocks >= 3)
    head = local.chain.best.number
    local.control.set_head(-1)
    assert eventually(lambda: local.chain.best.number > head)
    assert local.chain.trouble is None


def test_the_pauses_grow(local: LocalChain) -> None:
    poison(local.chain)
    pauses = []
    for _ in range(7):
        with pytest.raises(AuthoringError):
            local.advance()
        assert local.chain.trouble is not None
        pauses.append(round(local.chain.trouble.again_s - time.monotonic()))
    assert pauses == sorted(pauses)
    assert pauses[-1] <= attempts.LONGEST_PAUSE_MS / 1000


def eventually(condition: Any) -> bool:
    limit = time.monotonic() + 60
    while time.monotonic() < limit:
        if condition():
            return True
        time.sleep(0.01)
    return False


def test_health_tells_and_counts(local: LocalChain) -> None:
    assert not examine(local.chain, BlockMetrics()).problems
    poison(local.chain)
    for _ in range(2):
        with pytest.raises(AuthoringError):
            local.advance()
    health = examine(local.chain, BlockMetrics())
    assert any("cannot be made" in problem and "beyond" in problem for problem in health.problems)
    assert health.facts["blocksFailed"] == 2
    local.control.set_head(-1)
    assert not examine(local.chain, BlockMetrics()).problems


def test_nobody_authors_where_there_is_no_authority(local: LocalChain) -> None:
    local.chain.author_block(only=True, patch={aura.storage.Authorities.prefix: b"\x00"})
    with pytest.raises(AuthoringError, match="names no authority"):
        local.advance()
    authority = Keypair.from_uri("//One").public_key
    local.control.patch({aura.storage.Authorities.prefix: b"\x04" + authority})
    local.advance()


def test_an_author_that_fails_at_a_special_wish_is_well(local: LocalChain) -> None:
    with pytest.raises(PoolError):
        local.chain.author_block([b"\x04\x00"])
    assert local.chain.trouble is None


# One bad extrinsic


class Bewitched:
    """A runtime that panics over what holds a word, at a place of choice."""

    def __init__(self, runtime: Any, entry: str, word: bytes) -> None:
        self._runtime = runtime
        self._entry = entry
        self._word = word
        self._is_in = False

    def call(self, entry: str, args: bytes, ext: WasmExternalities) -> bytes:
        if entry == "Core_initialize_block":
            self._is_in = False
        if entry == "BlockBuilder_apply_extrinsic":
            self._is_in = self._is_in or self._word in args
        if entry == self._entry and (self._is_in or self._word in args):
            raise RuntimePanic(entry, "bewitched")
        answer: bytes = self._runtime.call(entry, args, ext)
        return answer


@pytest.fixture(scope="module")
def world() -> World:
    return settled_world()


def bewitched(world: World, entry: str) -> Chain:
    chain = world.chain.copy()
    host = chain._calls.host
    host._runtime = Bewitched(host._runtime, entry, b"bewitched")
    return chain


@pytest.mark.parametrize("entry", ["BlockBuilder_apply_extrinsic", "BlockBuilder_finalize_block"])
@pytest.mark.parametrize("place", [0, 2, 4])
def test_what_no_block_can_be_made_with_is_dropped(world: World, entry: str, place: int) -> None:
    chain = bewitched(world, entry)
    names = []
    for number, who in enumerate(COLDKEYS[:5]):
        text = b"bewitched" if number == place else b"harmless"
        extrinsic = world.signing.signed(
            who, call("System", "remark", remark=text), nonce(world, who)
        )
        names.append(chain.submit(extrinsic, produce=False))
    heard: list[str] = []
    chain._listeners.watch(names[place], lambda status: heard.append(status.kind))
    chain.author_block()
    chain.author_block()
    assert not chain.pool.entries()
    assert chain.failed_blocks == 0
    assert heard[-1] == "invalid"
    chain.close()


def nonce(world: World, who: Keypair) -> int:
    found: int = world.context().get(system.storage.Account, who.public_key)["nonce"]
    return found


def test_a_bad_extrinsic_in_instant_mode_does_not_end_the_node(world: World) -> None:
    """Root kills what the end of the block needs: the block is made without that."""
    chain = world.chain.copy()
    prefix = timestamp.storage.DidUpdate.prefix
    signer, inner = sudo(call("System", "kill_storage", keys=[prefix]))
    chain.submit(world.signing.signed(signer, inner, nonce(world, signer)))
    assert chain.best.number == world.chain.best.number + 1
    assert not chain.pool.entries()
    chain.author_block()
    chain.close()


def test_an_extrinsic_that_panics_is_refused_to_who_asks_for_it(world: World) -> None:
    chain = bewitched(world, "BlockBuilder_apply_extrinsic")
    who = key("Alice")
    extrinsic = world.signing.signed(
        who, call("System", "remark", remark=b"bewitched"), nonce(world, who)
    )
    with pytest.raises(PoolError, match="the runtime panicked: bewitched"):
        chain.author_block([extrinsic])
    assert chain.trouble is None
    chain.close()


# Listeners


def test_a_listener_that_fails_does_not_fail_the_block(
    local: LocalChain, caplog: pytest.LogCaptureFixture
) -> None:
    heard: list[object] = []

    def bad(_event: object) -> None:
        raise BtError("no ear")

    local.chain.listen(bad)
    local.chain.listen(heard.append)
    local.advance()
    assert heard
    assert "no ear" in caplog.text
