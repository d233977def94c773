"""`dev_*` on the wire: names, parameters and answers, and what chopsticks' clients send."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.keys import Keypair
from tests.wire import Composer, Wire, WireError, eventually

ALICE, BOB, ZOE = (Keypair.from_uri(f"//{name}") for name in ("Alice", "Bob", "Zoe"))
TAO = 10**9
INHERENTS = 2
ANY_SIGNATURE = bytes.fromhex("deadbeef" + "cd" * 60)


def head(link: Wire) -> int:
    return int(link.call("chain_getHeader")["number"], 16)


def refusal(link: Wire, method: str, *params: Any) -> tuple[int, Any]:
    with pytest.raises(WireError) as caught:
        link.call(method, *params)
    return caught.value.code, caught.value.data


WRONG: tuple[Any, ...] = (
    *(0, 1001, True, "1"),
    *({"cuont": 1}, {"to": 0}, {"unsafeBlockHeight": 0}, {"transactions": 1}),
)


class TestBlocks:
    def test_one_after_another(self, link: Wire) -> None:
        newest = link.call("dev_newBlock")
        assert newest == link.call("chain_getBlockHash")
        link.call("dev_newBlock", 2)
        link.call("dev_newBlock", {"count": 3})
        link.call("dev_newBlock", {"to": 10})
        assert head(link) == 10

    def test_named_parameters(self, link: Wire) -> None:
        request = '{"jsonrpc":"2.0","id":1,"method":"dev_newBlock","params":{"count":4}}'
        assert link.raw(request)["result"] == link.call("chain_getBlockHash", 4)

    def test_a_height_of_ones_own(self, link: Wire) -> None:
        link.call("dev_newBlock", {"unsafeBlockHeight": 1_000_000})
        link.call("dev_newBlock")
        assert head(link) == 1_000_001
        link.call("dev_newBlock", {"unsafeBlockHeight": 2_000_000, "to": 2_000_003})
        assert head(link) == 2_000_003
        assert link.call("chain_getBlockHash", 5) is None

    def test_given_transactions_alone(self, link: Wire, composer: Composer) -> None:
        link.call("author_submitExtrinsic", composer.signed(ALICE, composer.transfer(ZOE, TAO), 0))
        given = composer.signed(BOB, composer.transfer(ZOE, 3 * TAO), 0)
        made = link.call("dev_newBlock", {"transactions": [given]})
        assert link.call("chain_getBlock", made)["block"]["extrinsics"][INHERENTS:] == [given]
        assert len(link.call("author_pendingExtrinsics")) == 1
        code, _ = refusal(link, "dev_newBlock", {"transactions": [given]})
        assert code == 1010

    @pytest.mark.parametrize("wrong", WRONG)
    def test_wrong_parameters(self, link: Wire, wrong: Any) -> None:
        assert refusal(link, "dev_newBlock", wrong)[0] == -32602
        assert head(link) == 0

    def test_heads(self, link: Wire) -> None:
        link.call("dev_newBlock", 5)
        follow = link.call("chain_subscribeNewHeads")
        assert int(link.next(follow)["number"], 16) == 5
        second = link.call("chain_getBlockHash", 2)
        assert link.call("dev_setHead", 2) == second
        assert int(link.next(follow)["number"], 16) == 2
        link.call("dev_setHead", -1)
        assert head(link) == 1
        link.call("dev_setHead", second)
        assert head(link) == 2
        assert refusal(link, "dev_setHead", 9)[0] == -32602

    def test_modes(self, link: Wire, composer: Composer) -> None:
        link.call("dev_setBlockBuildMode", "Instant")
        link.call("author_submitExtrinsic", composer.signed(ALICE, composer.transfer(ZOE, TAO), 0))
        assert head(link) == 1
        link.call("dev_setBlockBuildMode", "Batch", 0.05)
        link.call("author_submitExtrinsic", composer.signed(ALICE, composer.transfer(ZOE, TAO), 1))
        eventually(lambda: head(link) == 2)
        link.call("dev_setBlockBuildMode", "Interval", 0.05)
        eventually(lambda: head(link) > 3)
        link.call("dev_setBlockBuildMode", "Manual")
        assert link.call("dev_nodeInfo")["mode"] == "Manual"
        for wrong in (["Sometimes"], ["Interval"], ["Interval", -1], ["Batch", "soon"]):
            assert refusal(link, "dev_setBlockBuildMode", *wrong)[0] == -32602

    def test_epochs(self, link: Wire) -> None:
        first = link.call("dev_advanceToEpoch", 1)
        assert first["hash"] == link.call("chain_getBlockHash", first["number"])
        assert link.call("dev_advanceToEpoch", 1)["number"] == first["number"] + 10
        assert refusal(link, "dev_advanceToEpoch", 7)[0] == -32602


class TestTime:
    def test_travel(self, link: Wire, composer: Composer) -> None:
        moment = 2_000_000_000_000
        assert link.call("dev_timeTravel", moment) == moment
        link.call("dev_newBlock")
        now = composer.metadata.storage("Timestamp", "Now")
        told = now.decode(bytes.fromhex(link.call("state_getStorage", "0x" + now.key().hex())[2:]))
        assert moment <= told < moment + 60_000
        assert link.call("dev_timeTravel", "2040-01-01T00:00:00Z") == 2_208_988_800_000
        assert link.call("dev_nodeInfo")["clockOffsetMs"] > 0
        for wrong in (1_000, "tomorrow", True, None):
            assert refusal(link, "dev_timeTravel", wrong)[0] == -32602

    def test_there_and_back(self, link: Wire, composer: Composer) -> None:
        link.call("dev_newBlock", 2)
        number, before = link.call("dev_snapshot"), link.call("chain_getBlockHash")
        link.call("author_submitExtrinsic", composer.signed(ALICE, composer.transfer(ZOE, TAO), 0))
        link.call("dev_newBlock", 3)
        assert composer.free(ZOE) == TAO
        assert link.call("dev_revert", number) == before == link.call("chain_getBlockHash")
        assert composer.free(ZOE) == 0
        assert link.call("author_pendingExtrinsics") == []
        assert composer.nonce(ALICE) == 0
        for wrong in (99, "1", 0):
            assert refusal(link, "dev_revert", wrong)[0] == -32602


class TestState:
    def test_storage(self, link: Wire, composer: Composer) -> None:
        account = {"providers": 1, "data": {"free": "100000000000"}}
        made = link.call("dev_setStorage", {"System": {"Account": [[[ZOE.ss58_address], account]]}})
        assert made == link.call("chain_getBlockHash")
        assert composer.free(ZOE) == 100 * TAO
        link.call("dev_setStorage", [["0x6d696e65", "0x01"]], made)
        assert link.call("state_getStorage", "0x6d696e65") == "0x01"
        assert link.call("dev_nodeInfo")["best"]["patched"] is True
        link.call("dev_newBlock")
        assert link.call("dev_nodeInfo")["best"]["patched"] is False
        assert (
            refusal(link, "dev_setStorage", {"Nowhere": {}})[1]
            == "the chain has no pallet 'Nowhere'"
        )
        assert refusal(link, "dev_setStorage", [], made)[0] == -32602

    def test_storage_subscribers_hear_of_it(self, link: Wire, composer: Composer) -> None:
        key = "0x" + composer.metadata.storage("System", "Account").key(ZOE.public_key).hex()
        follow = link.call("state_subscribeStorage", [key])
        assert link.next(follow)["changes"] == [[key, None]]
        link.call("dev_setBalance", ZOE.ss58_address, str(7 * TAO))
        heard = link.next(follow)
        assert heard["block"] == link.call("chain_getBlockHash")
        assert heard["changes"][0][1] is not None

    def test_balances(self, link: Wire, composer: Composer) -> None:
        link.call("dev_setBalance", ZOE.ss58_address, 5 * TAO)
        assert composer.free(ZOE) == 5 * TAO
        assert link.call("dev_faucet", "0x" + ZOE.public_key.hex()) == str(1_005 * TAO)
        assert link.call("dev_faucet", ZOE.ss58_address, "1") == str(1_005 * TAO + 1)
        for wrong in (-1, "1.5", 2**64, True, 1):
            assert refusal(link, "dev_setBalance", ZOE.ss58_address, wrong)[0] == -32602
        assert refusal(link, "dev_setBalance", "5Grw", 5 * TAO)[0] == -32602

    def test_impersonation(self, link: Wire, composer: Composer) -> None:
        call = composer.transfer(ZOE, TAO)
        extrinsic = composer.signed(BOB, call, 0, signature=ANY_SIGNATURE)
        assert refusal(link, "author_submitExtrinsic", extrinsic)[0] == 1010
        assert link.call("dev_impersonate", BOB.ss58_address) == [BOB.ss58_address]
        other = composer.signed(BOB, call, 0, signature=ANY_SIGNATURE, tip=1)
        link.call("author_submitExtrinsic", other)
        link.call("dev_newBlock")
        assert composer.free(ZOE) == TAO
        assert link.call("dev_impersonate", BOB.ss58_address, False) == []
        again = composer.signed(BOB, call, 1, signature=ANY_SIGNATURE)
        assert refusal(link, "author_submitExtrinsic", again)[0] == 1010

    def test_dry_runs(self, link: Wire, composer: Composer) -> None:
        good = composer.signed(ALICE, composer.transfer(ZOE, TAO), 0)
        told = link.call("dev_dryRun", good)
        assert (told["outcome"], told["result"]) == ("0x0000", "ok")
        named = {(change.get("pallet"), change.get("item")) for change in told["changes"]}
        assert ("System", "Account") in named
        raw = link.call("dev_dryRun", {"extrinsic": good, "raw": True})
        assert raw["outcome"] == "0x0000"
        assert any(key.endswith(ZOE.public_key.hex()) for key, _ in raw["storageDiff"])
        late = link.call("dev_dryRun", composer.signed(ALICE, composer.transfer(ZOE, TAO), 5))
        assert late["result"] == {"invalid": "Transaction will be valid in the future"}
        call = "0x" + composer.transfer(ZOE, 2 * 10**15).hex()
        poor = link.call("dev_dryRun", {"call": call, "address": BOB.ss58_address})
        assert poor["result"] == {"failed": ["Token", "FundsUnavailable"]}
        heap = "0x" + composer.call("System", "set_heap_pages", pages=1).hex()
        refused = link.call("dev_dryRun", {"call": heap, "address": BOB.ss58_address})
        assert refused["result"] == {"failed": "BadOrigin"}
        assert head(link) == 0

    def test_dump_and_load(self, link: Wire) -> None:
        link.call("dev_newBlock", 3)
        document = link.call("dev_dump")
        best = link.call("chain_getBlockHash")
        link.call("dev_setHead", 1)
        link.call("dev_newBlock", 4)
        assert link.call("dev_load", document) == {"hash": best, "number": 3}
        assert link.call("chain_getBlockHash") == best
        assert refusal(link, "dev_load", {"format": 9})[0] == -32602

    def test_scaffold(self, link: Wire) -> None:
        text = """
[[subnets]]
owner = "//Alice"
[[subnets.neurons]]
count = 2
coldkey = "//Miner{n}"
hotkey = "//Miner{n}//hot"
stake = "1"
"""
        built = link.call("dev_scaffold", text)
        assert built["netuids"] == [2]
        assert built["head"]["hash"] == link.call("chain_getBlockHash")
        structure = {"accounts": [{"name": "zoe", "secret": "//Zoe", "balance": "5"}]}
        link.call("dev_scaffold", structure)
        code, reason = refusal(link, "dev_scaffold", "subnet = 1")
        assert (code, "no 'subnet'" in reason) == (-32602, True)


def test_node_info(link: Wire) -> None:
    link.call("dev_newBlock", 2)
    link.call("dev_snapshot")
    link.call("dev_impersonate", BOB.ss58_address)
    info = link.call("dev_nodeInfo")
    assert info["best"] == {
        "hash": link.call("chain_getBlockHash"),
        "number": 2,
        "patched": False,
    }
    assert (info["specName"], info["mode"], info["interval"]) == ("node-subtensor", "Manual", None)
    assert (info["snapshots"], info["pool"]) == (1, {"ready": 0, "future": 0})
    assert info["impersonated"] == ["0x" + BOB.public_key.hex()]
    assert info["genesis"] == link.call("chain_getBlockHash", 0)
    served = set(link.call("rpc_methods")["methods"])
    assert {"dev_newBlock", "dev_timeTravel", "dev_setStorage", "dev_setHead"} <= served
