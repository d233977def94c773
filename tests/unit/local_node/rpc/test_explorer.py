"""`explorer_*` over a WebSocket: what the node's page asks, and what nobody should."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from btsdk import Batch, CreateSubnet, RawCall, SetWeights, SubnetIdentity, Tao, Transfer
from btsdk.errors import DispatchError
from btsdk.keys import Keypair
from chain_spec.chains import load
from local_node.chain.chain import Chain
from local_node.chain.modes import Manual
from local_node.dev.scaffold import read_scaffold
from local_node.embedded.local_chain import LocalChain
from local_node.embedded.open_chain import identity_of
from local_node.rpc.dispatch import Dispatcher
from local_node.rpc.errors import INVALID_PARAMS, METHOD_NOT_FOUND, STATE_ERROR
from local_node.server.server import Server
from local_node.state.store import Store
from tests.wire import Wire, WireError, wire

ALICE, BOB = Keypair.from_uri("//Alice"), Keypair.from_uri("//Bob")
EVIL = "<img src=x onerror=alert(1)>"
SCAFFOLD = """
[[accounts]]
name = "alice"
secret = "//Alice"
balance = "5000"

[[subnets]]
owner = "alice"
hotkey = "//Alice//subnet"

[[subnets.neurons]]
count = 3
coldkey = "//Miner{n}"
hotkey = "//Miner{n}//hot"
stake = "10"
weights = { 0 = 1, 2 = 3 }
"""
NETUID, TEMPO = 2, 20
COMMITTING = f"""
[subnets.settings]
CommitRevealWeightsEnabled = true
Tempo = {TEMPO}
WeightsSetRateLimit = 0
"""
UNKNOWN = "0x" + "ab" * 32


@pytest.fixture(scope="module")
def chain() -> Iterator[LocalChain]:
    """A subnet with three miners, a subnet with a name that is HTML, a batch and a failure."""
    with LocalChain(scaffold=read_scaffold(SCAFFOLD)) as made:
        client, bob = made.client, BOB.ss58_address
        identity = SubnetIdentity(EVIL, description="<script>")
        client.execute(CreateSubnet(ALICE.ss58_address, identity), ALICE)
        client.execute(Batch([Transfer(bob, Tao.parse("1")), Transfer(bob, Tao.parse("2"))]), ALICE)
        with pytest.raises(DispatchError):
            client.execute(Transfer(bob, Tao.parse("1000000")), ALICE)
        made.chain.mode = Manual()
        yield made


@pytest.fixture
def node(chain: LocalChain) -> Iterator[Wire]:
    with wire(chain.serve()) as connection:
        yield connection


def code(node: Wire, method: str, *params: Any) -> int:
    """The code of the error that a request is answered with."""
    with pytest.raises(WireError) as refused:
        node.call(method, *params)
    return refused.value.code


def last_signed(node: Wire, name: str) -> dict[str, Any]:
    """The newest extrinsic of that name."""
    found = node.call("explorer_activity", ALICE.ss58_address)["extrinsics"]
    return next(item for item in found if item["name"] == name)


# Blocks


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


def test_what_is_not_there_is_null(node: Wire) -> None:
    assert node.call("explorer_block", UNKNOWN) is None
    assert node.call("explorer_block", 4_000_000_000) is None
    assert node.call("explorer_subnet", 4000) is None
    assert node.call("explorer_metagraph", 4000) is None
    assert node.call("explorer_weights", 4000) is None
    assert node.call("explorer_weights", NETUID, 1) is None
    assert node.call("explorer_blocks", UNKNOWN) == []


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


# Accounts


def test_a_coldkey(node: Wire) -> None:
    miner = Keypair.from_uri("//Miner1").ss58_address
    hotkey = Keypair.from_uri("//Miner1//hot").ss58_address
    seen = node.call("explorer_account", miner)
    assert seen["balance"]["free"] == seen["balance"]["total"] == "100000000000"
    assert seen["hotkeys"] == [hotkey]
    (stake,) = seen["stakes"]
    assert (stake["netuid"], stake["hotkey"]) == (NETUID, hotkey)
    assert int(stake["amount"]) > 0
    assert int(stake["tao"]) > 0
    assert seen["owner"] is None
    assert seen["registrations"] == []


def test_a_hotkey(node: Wire) -> None:
    hotkey = Keypair.from_uri("//Miner1//hot")
    seen = node.call("explorer_account", "0x" + hotkey.public_key.hex())
    assert seen["address"] == hotkey.ss58_address
    assert seen["owner"] == Keypair.from_uri("//Miner1").ss58_address
    (registration,) = seen["registrations"]
    assert (registration["netuid"], registration["uid"]) == (NETUID, 2)
    assert int(registration["alpha"]) > 0


def test_nobody_has_nothing(node: Wire) -> None:
    seen = node.call("explorer_account", "0x" + "07" * 32)
    assert set(seen["balance"].values()) == {"0"}
    assert (seen["stakes"], seen["hotkeys"], seen["registrations"]) == ([], [], [])
    assert (seen["owner"], seen["identity"]) == (None, None)


def test_an_account_at_an_earlier_block(chain: LocalChain, node: Wire) -> None:
    before, address = node.call("chain_getBlockHash"), ALICE.ss58_address
    then = node.call("explorer_account", address)["balance"]["free"]
    chain.faucet(address, Tao.parse("5"))
    assert node.call("explorer_account", address, before)["balance"]["free"] == then
    assert int(node.call("explorer_account", address)["balance"]["free"]) == int(then) + 5 * 10**9


def test_activity_names_senders_and_receivers_and_ends(node: Wire) -> None:
    sent = node.call("explorer_activity", ALICE.ss58_address)
    assert sent["next"] is None
    numbers = [item["number"] for item in sent["extrinsics"]]
    assert numbers == sorted(numbers, reverse=True)
    got = node.call("explorer_activity", BOB.ss58_address)["extrinsics"]
    assert {item["name"] for item in got} == {"batch_all", "transfer_keep_alive"}
    first = node.call("explorer_activity", ALICE.ss58_address, None, 1)
    rest = node.call("explorer_activity", ALICE.ss58_address, first["next"], 50)
    assert first["extrinsics"] + rest["extrinsics"] == sent["extrinsics"]


# Subnets


def test_subnets_with_the_names_that_people_give(node: Wire) -> None:
    subnets = node.call("explorer_subnets")
    assert [subnet["netuid"] for subnet in subnets] == [0, 1, 2, 3]
    assert subnets[3]["identity"]["name"] == EVIL
    assert subnets[NETUID]["neurons"] == 4
    assert all(isinstance(subnet["price"], str) for subnet in subnets)


def test_a_subnet_with_its_rules(node: Wire) -> None:
    subnet = node.call("explorer_subnet", NETUID)
    assert (subnet["started"], subnet["mechanisms"], subnet["neurons"]) == (True, 1, 4)
    assert subnet["hyperparameters"]["kappa"] == 32_767
    assert subnet["ownerColdkey"] == ALICE.ss58_address


def test_a_metagraph_agrees_with_the_client(chain: LocalChain, node: Wire) -> None:
    seen, known = node.call("explorer_metagraph", NETUID), chain.client.head().metagraph(NETUID)
    assert known is not None
    assert [row["hotkey"] for row in seen["neurons"]] == [row.hotkey for row in known.neurons]
    stakes = [str(row.total_stake.rao) for row in known.neurons]
    assert [row["totalStake"] for row in seen["neurons"]] == stakes


def test_weights_are_sparse_rows(node: Wire) -> None:
    weights = node.call("explorer_weights", NETUID, 0)
    third = [[0, 21_845], [2, 65_535]]
    assert weights == {
        "netuid": NETUID,
        "mechanism": 0,
        "size": 4,
        "rows": [[1, third], [2, third], [3, third]],
        "pending": {"commits": [], "pulsesCome": None},
    }


def test_the_root_network_has_no_epochs(chain: LocalChain, node: Wire) -> None:
    chain.advance(3)
    root, *others = node.call("explorer_subnets")
    assert root["epoch"] is None
    assert node.call("explorer_subnet", 0)["epoch"] is None
    for subnet in others:
        epoch = subnet["epoch"]
        assert node.call("explorer_subnet", subnet["netuid"])["epoch"] == epoch
        assert 0 <= epoch["since"] <= epoch["tempo"]
        assert epoch["next"] - chain.chain.best.number == epoch["tempo"] - epoch["since"]


@pytest.mark.parametrize("beacon", [True, False])
def test_commitments_say_when_they_are_revealed(beacon: bool) -> None:
    scaffold = read_scaffold(SCAFFOLD.replace("weights = { 0 = 1, 2 = 3 }", COMMITTING))
    with LocalChain(scaffold=scaffold, beacon=beacon) as chain, wire(chain.serve()) as node:
        hotkey = Keypair.from_uri("//Miner1//hot")
        chain.client.execute(SetWeights(NETUID, [0, 1], [1, 1]), hotkey)
        chain.chain.mode = Manual()
        chain.advance(1)  # the beacon writes its first pulse
        pending = node.call("explorer_weights", NETUID)["pending"]
        (commit,) = pending["commits"]
        assert (commit["hotkey"], commit["sealed"]) == (hotkey.ss58_address, True)
        assert pending["pulsesCome"] is beacon
        assert commit["block"] > chain.chain.best.number
        chain.advance(commit["block"] - chain.chain.best.number - 1)
        assert node.call("explorer_weights", NETUID)["pending"]["commits"] == [commit]
        chain.advance(2)
        after = node.call("explorer_weights", NETUID)
        assert bool(after["rows"]) is beacon
        assert len(after["pending"]["commits"]) == (0 if beacon else 1)


def test_a_hashed_commitment_is_its_hotkeys_to_reveal() -> None:
    scaffold = read_scaffold(SCAFFOLD.replace("weights = { 0 = 1, 2 = 3 }", COMMITTING))
    with LocalChain(scaffold=scaffold) as chain, wire(chain.serve()) as node:
        hotkey = Keypair.from_uri("//Miner1//hot")
        commit = {"netuid": NETUID, "commit_hash": bytes(32)}
        chain.client.execute(RawCall("SubtensorModule", "commit_weights", commit), hotkey)
        (pending,) = node.call("explorer_weights", NETUID)["pending"]["commits"]
        assert (pending["sealed"], pending["round"]) == (False, None)
        chain.advance(pending["block"] - chain.chain.best.number + 2 * TEMPO)
        assert node.call("explorer_weights", NETUID)["pending"]["commits"] == []


def test_a_mistyped_address_is_told_what_is_wrong_with_it(node: Wire) -> None:
    address = ALICE.ss58_address
    for wrong, reason in ((f"{address[:-1]}X", "checksum"), ("0" + address[1:], "base58")):
        with pytest.raises(WireError) as refused:
            node.call("explorer_account", wrong)
        assert refused.value.code == INVALID_PARAMS
        assert reason in str(refused.value)


# Search


def test_everything_is_found_by_what_it_is_called(node: Wire) -> None:
    def find(text: str) -> Any:
        return node.call("explorer_search", text)

    batch = last_signed(node, "batch_all")
    block = {"kind": "block", "number": batch["number"], "hash": batch["block"]}
    assert block in find(str(batch["number"]))
    assert find(f" #{batch['number']} ")[0] == block
    assert find(batch["block"]) == [block]
    assert find(batch["hash"]) == [block | {"kind": "extrinsic", "index": batch["index"]}]
    account = {"kind": "account", "address": ALICE.ss58_address}
    assert find(ALICE.ss58_address) == find("0x" + ALICE.public_key.hex()) == [account]
    assert find("IMG SRC") == [{"kind": "subnet", "netuid": 3, "name": EVIL}]
    assert {"kind": "subnet", "netuid": 1, "name": "apex"} in find("1")
    assert find("99999999999999999999") == find("no such thing") == find("  ") == []


# What nobody should ask


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("explorer_blocks", ["0x12"]),
        ("explorer_blocks", [None, 0]),
        ("explorer_blocks", [None, 101]),
        ("explorer_blocks", [None, True]),
        ("explorer_block", []),
        ("explorer_block", ["nonsense"]),
        ("explorer_block", [-1]),
        ("explorer_block", [1.5]),
        ("explorer_block", [1 << 32]),
        ("explorer_block", [1, -1]),
        ("explorer_block", [1, 0, 1000]),
        ("explorer_account", []),
        ("explorer_account", [7]),
        ("explorer_account", ["5Grw"]),
        ("explorer_account", ["0x12"]),
        ("explorer_account", [ALICE.ss58_address, "0x12"]),
        ("explorer_activity", [ALICE.ss58_address, None, 51]),
        ("explorer_subnet", ["1"]),
        ("explorer_subnet", [65_536]),
        ("explorer_metagraph", [None]),
        ("explorer_weights", [1, 256]),
        ("explorer_weights", [1, -1]),
        ("explorer_search", [12]),
        ("explorer_search", ["x" * 201]),
    ],
)
def test_parameters_that_are_none(node: Wire, method: str, params: list[Any]) -> None:
    assert code(node, method, *params) == INVALID_PARAMS


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("explorer_account", [ALICE.ss58_address, UNKNOWN]),
        ("explorer_subnets", [UNKNOWN]),
        ("explorer_subnet", [1, UNKNOWN]),
        ("explorer_metagraph", [1, UNKNOWN]),
        ("explorer_weights", [1, 0, UNKNOWN]),
    ],
)
def test_a_state_that_nobody_has(node: Wire, method: str, params: list[Any]) -> None:
    assert code(node, method, *params) == STATE_ERROR


def test_all_of_it_is_announced(node: Wire) -> None:
    names = {name for name in node.call("rpc_methods")["methods"] if name.startswith("explorer_")}
    kinds = "block blocks account activity subnet subnets metagraph weights search"
    assert names == {f"explorer_{kind}" for kind in kinds.split()}
    assert code(node, "explorer_nothing") == METHOD_NOT_FOUND
