"""Blocks, their extrinsics and their events."""

from __future__ import annotations

from btsdk import Tao
from chain_spec.chains import load
from local_node.chain.chain import Chain
from local_node.chain.modes import Manual
from local_node.embedded.local_chain import LocalChain
from local_node.embedded.open_chain import identity_of
from local_node.rpc.dispatch import Dispatcher
from local_node.rpc.errors import STATE_ERROR
from local_node.server.server import Server
from local_node.state.store import Store
from tests.unit.local_node.rpc.explored import ALICE, BOB, code, last_signed
from tests.wire import Wire, wire


def test_blocks_come_newest_first_and_go_on_below(node: Wire) -> None:
    first = node.call("explorer_blocks", None, 3)
    assert first[0]["hash"] == node.call("chain_getBlockHash")
    more = node.call("explorer_blocks", first[-1]["hash"], 100)
    numbers = [block["number"] for block in first + more]
    assert numbers == list(range(first[0]["number"], -1, -1))
    parents = [block["parentHash"] for block in first + more]
    assert parents[:-1] == [block["hash"] for block in (first + more)[1:]]


def test_a_block_in_a_line(node: Wire) -> None:
    at = last_signed(node, "batch_all")["block"]
    line = next(block for block in node.call("explorer_blocks") if block["hash"] == at)
    batch = next(call for call in line["calls"] if call["call"] == "Utility.batch_all")
    assert batch == {"call": "Utility.batch_all", "signed": True, "automatic": False, "count": 1}
    whole = node.call("explorer_block", at)
    assert line["extrinsics"] == len(whole["transactions"])
    automatic = [each["name"] for each in whole["transactions"] if each["automatic"]]
    assert line["automatic"] == len(automatic)
    assert automatic[:2] == ["set", "announce_next_key"]
    events = [event for each in whole["transactions"] for event in each["events"]]
    assert line["events"] == len(events) + len(whole["ownEvents"])
    now = next(each for each in whole["transactions"] if each["pallet"] == "Timestamp")
    assert now["args"] == [["now", {"int": str(line["timestampMs"])}]]


def test_what_was_written_over_is_marked(chain: LocalChain, node: Wire) -> None:
    chain.set_balance(BOB.ss58_address, Tao.parse("10"))
    assert node.call("explorer_blocks", None, 1)[0]["patched"] is True


def test_a_batch_with_its_calls_and_events(node: Wire) -> None:
    batch = last_signed(node, "batch_all")
    assert (batch["pallet"], batch["success"], batch["error"]) == ("Utility", True, None)
    assert batch["signer"] == ALICE.ss58_address
    ((name, calls),) = batch["args"]
    assert name == "calls"
    assert [dict(item["call"]["args"])["value"] for item in calls] == [
        {"tao": "1000000000"},
        {"tao": "2000000000"},
    ]
    names = [f"{event['pallet']}.{event['name']}" for event in batch["events"]]
    assert names.count("Balances.Transfer") == 2
    assert names[-1] == "System.ExtrinsicSuccess"
    assert int(batch["fee"]) > 0


def test_a_failure_says_why(node: Wire) -> None:
    failed = last_signed(node, "transfer_keep_alive")
    assert failed["success"] is False
    assert failed["error"]["error"] == "Token.FundsUnavailable"


def test_a_block_by_number_by_digits_and_in_pages(node: Wire) -> None:
    batch = last_signed(node, "batch_all")
    number = batch["number"]
    assert node.call("explorer_block", number) == node.call("explorer_block", str(number))
    page = node.call("explorer_block", number, batch["index"], 1)
    assert [each["hash"] for each in page["transactions"]] == [batch["hash"]]
    assert node.call("explorer_block", number, 1000)["transactions"] == []


def test_the_genesis(node: Wire) -> None:
    genesis = node.call("explorer_block", 0)
    assert (genesis["number"], genesis["timestampMs"], genesis["transactions"]) == (0, None, [])


def test_a_retracted_block_says_so(chain: LocalChain, node: Wire) -> None:
    before = chain.snapshot()
    chain.advance(2)
    left = node.call("explorer_blocks", None, 1)[0]["hash"]
    assert node.call("explorer_block", left)["canonical"] is True
    chain.revert(before)
    assert node.call("explorer_block", left)["canonical"] is False
    assert left not in {block["hash"] for block in node.call("explorer_blocks")}


def test_a_pruned_block_keeps_its_extrinsics() -> None:
    spec = load("fast")
    chain = Chain.open(spec, Store(keep=3), mode=Manual())
    for _ in range(8):
        chain.author_block()
    server = Server(Dispatcher(chain, identity_of(spec)))
    with wire(server.endpoint) as node:
        old, new = node.call("explorer_block", 2), node.call("explorer_block", 8)
        assert old["events"] is old["ownEvents"] is None
        stamped = old["transactions"][0]
        assert (stamped["name"], stamped["success"], stamped["events"]) == ("set", None, None)
        assert new["transactions"][0]["success"] is True
        assert code(node, "explorer_subnets", old["hash"]) == STATE_ERROR
    server.stop()
    chain.close()
