"""A lying endpoint before an honest chain: what lands is what was shown, or nothing lands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from btsdk import (
    AddStake,
    Alpha,
    Announced,
    Batch,
    Client,
    Faucet,
    Keypair,
    Proxied,
    RawCall,
    RemoveStake,
    Sudo,
    Tao,
    TransactionRefused,
    Transfer,
)
from btsdk.errors import (
    BtError,
    ConnectError,
    IncompatibleItem,
    InterfaceDiffers,
    ProtocolError,
    TransactionError,
    TransportError,
    UnexpectedOutcome,
)
from btsdk.frozen import replace as changed
from btsdk.metadata import Metadata
from btsdk.networks import NETWORKS, Network
from btsdk.rpc.reconnect import Policy
from btsdk.tx.operation import Operation, Wanted
from tests.security.conftest import ALICE, HOTKEY, Honest
from tests.security.liar import (
    Liar,
    Lie,
    always,
    exchanged_calls,
    exchanged_fields,
    lying,
    metadata_lie,
    without_check,
)

BOB = Keypair.from_uri("//Bob")
HOT = HOTKEY.ss58_address
STAKE = AddStake(HOT, 1, Tao.parse("1"))
MOVE = RawCall(
    "SubtensorModule",
    "transfer_stake",
    {
        "destination_coldkey": BOB.public_key,
        "hotkey": HOTKEY.public_key,
        "origin_netuid": 1,
        "destination_netuid": 1,
        "alpha_amount": 10**8,
    },
)
SWAPPED = exchanged_calls("SubtensorModule", "add_stake", "remove_stake")
TURNED = exchanged_fields(
    "SubtensorModule", "transfer_stake", "origin_netuid", "destination_netuid"
)
IMPATIENT = Policy(rounds=1, budget=2.0)


def client(way: str, liar: Liar, cache: Path) -> Client:
    """A client that reaches the liar by its URL, or as a known network's own endpoint."""
    if way == "named":
        NETWORKS["finney"] = Network("finney", (liar.endpoint,), NETWORKS["finney"].genesis)
        return Client("finney", cache=cache, policy=IMPATIENT)
    return Client(liar.endpoint, cache=cache, policy=IMPATIENT)


@pytest.fixture(params=["url", "url of a known network", "named"])
def way(request: pytest.FixtureRequest) -> str:
    if request.param != "url":
        request.getfixturevalue("known")
    return str(request.param)


@pytest.fixture(params=["cold", "warm"])
def cache(request: pytest.FixtureRequest, tmp_path: Path) -> Path | None:
    return tmp_path if request.param == "cold" else None


def warmed(cache: Path | None, way: str, liar: Liar, tmp_path: Path) -> Path:
    """The cache folder; a warm one has been read through the liar by an earlier client."""
    if cache is not None:
        return cache
    with client(way, liar, tmp_path) as earlier:
        earlier.head()
    return tmp_path


@pytest.mark.parametrize(
    ("lie", "operation"),
    [
        (SWAPPED, STAKE),
        (SWAPPED, Batch([Transfer(BOB.ss58_address, Tao.parse("1")), STAKE])),
        (SWAPPED, Proxied(STAKE, BOB.ss58_address)),
        (SWAPPED, Sudo(STAKE)),
        (exchanged_calls("SubtensorModule", "move_stake", "transfer_stake"), MOVE),
        (TURNED, MOVE),
        (TURNED, Batch([MOVE])),
        (exchanged_calls("Utility", "batch", "force_batch"), Batch([STAKE], atomic=False)),
    ],
    ids=["call", "in a batch", "by proxy", "sudo", "theft", "fields", "fields in a batch", "batch"],
)
def test_another_call_than_the_one_shown_never_lands(
    honest: Honest, way: str, cache: Path | None, tmp_path: Path, lie: Lie, operation: Operation
) -> None:
    before = honest.nonce()
    with lying(honest.endpoint, lie) as liar:
        folder = warmed(cache, way, liar, tmp_path)
        with client(way, liar, folder) as deceived:
            plan = deceived.prepare(operation, ALICE)
            if way == "url":
                assert plan.preview.differences == ()
                with pytest.raises(TransactionRefused) as refused:
                    deceived.submit(plan)
                assert refused.value.reason == "BadProof"
                assert "metadata" in str(refused.value.hint)
            else:
                assert plan.preview.network == "finney"
                assert plan.preview.differences
                for attempt in (plan.sign, plan.unsigned, lambda: deceived.submit(plan)):
                    with pytest.raises(InterfaceDiffers) as differs:
                        attempt()
                    assert differs.value.differences == plan.preview.differences
                with pytest.raises(InterfaceDiffers):
                    deceived.execute(operation, ALICE)
                with pytest.raises(TransactionRefused, match="BadProof"):
                    deceived.submit(plan.accepting_differences())
    assert honest.nonce() == before


@pytest.mark.parametrize("typed", ["typed", "in a batch"])
def test_exchanged_fields_of_a_typed_call_are_noticed_at_once(
    honest: Honest, tmp_path: Path, typed: str
) -> None:
    lie = exchanged_fields("SubtensorModule", "add_stake_limit", "amount_staked", "limit_price")
    stake = AddStake(HOT, 1, Tao.parse("1"), limit_price=Tao.parse("100"))
    operation = stake if typed == "typed" else Batch([stake])
    with (
        lying(honest.endpoint, lie) as liar,
        client("url", liar, tmp_path) as deceived,
        pytest.raises(IncompatibleItem, match="another shape"),
    ):
        deceived.prepare(operation, ALICE)


def test_an_honest_endpoint_is_not_poisoned(honest: Honest, tmp_path: Path) -> None:
    """The attack of old: a harmless read through a liar, then a stake through an honest node."""
    with lying(honest.endpoint, SWAPPED) as liar:
        with client("url", liar, tmp_path) as deceived:
            deceived.head().subnets()
        stake = honest.stake()
        with Client(honest.endpoint, cache=tmp_path) as trusting:
            receipt = trusting.execute(STAKE, ALICE)
        assert [event.name for event in receipt.events if event.name.startswith("Stake")] == [
            "StakeAdded"
        ]
        assert honest.stake() > stake
        with Client(chain_file=honest.chain_file, cache=tmp_path) as local:
            assert local.network.name == "local"
            local.execute(STAKE, ALICE)


def test_an_endpoint_that_has_become_honest_is_believed_again(
    honest: Honest, tmp_path: Path
) -> None:
    with lying(honest.endpoint, SWAPPED) as liar:
        with client("url", liar, tmp_path) as deceived, pytest.raises(TransactionRefused):
            deceived.execute(STAKE, ALICE)
        liar.lies.clear()
        with client("url", liar, tmp_path) as again:
            again.execute(STAKE, ALICE)


def test_a_fallback_endpoint_does_not_speak_for_its_network(
    honest: Honest, known: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dead = Network("finney", ("ws://127.0.0.1:1",), honest.genesis)
    with lying(honest.endpoint, SWAPPED) as liar:
        monkeypatch.setitem(NETWORKS, "finney", dead)
        with Client("finney", fallbacks=[liar.endpoint], cache=tmp_path) as deceived:
            deceived.head().subnets()
            assert deceived.prepare(STAKE, ALICE).preview.differences
        monkeypatch.setitem(NETWORKS, "finney", known)
        with Client("finney", cache=tmp_path) as trusting:
            plan = trusting.prepare(STAKE, ALICE)
            assert plan.preview.differences == ()
            trusting.submit(plan)


def test_without_the_check_the_preview_says_so_and_the_events_tell(
    honest: Honest, tmp_path: Path
) -> None:
    """Who trusts an endpoint by choice is warned before, and told loudly after."""
    with lying(honest.endpoint, SWAPPED) as liar:
        folder = warmed(None, "url", liar, tmp_path)
        liar.asked.clear()
        with client("url", liar, folder) as deceived:
            plan = deceived.prepare(STAKE, ALICE, check_metadata=False)
            assert any("will not verify this preview" in said for said in plan.preview.warnings)
            assert "state_call" in liar.asked  # asked for anew, whatever the cache held
            with pytest.raises(UnexpectedOutcome, match="StakeAdded") as told:
                deceived.submit(plan)
    error: Any = told.value
    assert "SubtensorModule.StakeRemoved" in error.found
    assert error.receipt.block_hash.startswith("0x")
    assert error.hint


def test_without_the_check_a_known_network_still_compares(
    honest: Honest, known: Network, tmp_path: Path
) -> None:
    before = honest.nonce()
    with lying(honest.endpoint, SWAPPED) as liar, client("named", liar, tmp_path) as deceived:
        with pytest.raises(InterfaceDiffers, match=r"add_stake is declared as call 7\.2"):
            deceived.execute(STAKE, ALICE, check_metadata=False)
        unknown = RawCall("System", "remark", {"remark": b""})
        assert deceived.prepare(unknown, ALICE).preview.differences == ()
    assert honest.nonce() == before


def test_a_chain_that_is_said_to_lack_the_check(
    honest: Honest, way: str, cache: Path | None, tmp_path: Path
) -> None:
    before = honest.nonce()
    with lying(honest.endpoint, metadata_lie(without_check)) as liar:
        folder = warmed(cache, way, liar, tmp_path)
        with client(way, liar, folder) as deceived:
            plan = deceived.prepare(STAKE, ALICE)
            assert any("does not check the metadata" in said for said in plan.preview.warnings)
            assert bool(plan.preview.differences) == (way != "url")
            with pytest.raises((InterfaceDiffers, TransactionRefused)):
                deceived.submit(plan)
    assert honest.nonce() == before


def _renumbered(spec: int, transaction: int) -> Lie:
    def lie(method: str, params: Any, result: Any) -> Any:
        if method != "state_getRuntimeVersion":
            return result
        return {**result, "specVersion": spec, "transactionVersion": transaction}

    return lie


def _poor(method: str, params: Any, result: Any) -> Any:
    """Every account looks as if it had nothing."""
    if method in ("state_getStorage", "state_queryStorageAt"):
        account = "26aa394eea5630e07c48ae0c9558cef7b99d880ec681799c0cf30e8886371da9"
        if method == "state_getStorage" and account in str(params[0]):
            return None
    return result


NO_HASH = "0x" + "77" * 32


def _born_elsewhere(method: str, params: Any, result: Any) -> Any:
    """A finalized block that the chain does not have."""
    if method == "chain_getFinalizedHead":
        return NO_HASH
    return {"number": "0x1"} if method == "chain_getHeader" and params == [NO_HASH] else result


@pytest.mark.parametrize(
    ("lie", "reason"),
    [
        (_renumbered(99_999, 1), "BadProof"),
        (_renumbered(10_425, 9), "BadProof"),
        (_renumbered(10_425, 1 << 40), "state_getRuntimeVersion answered"),
        (_renumbered(10_425 + (1 << 32), 1), None),
        (always("chain_getFinalizedHead", NO_HASH), "chain_getHeader answered"),
        (_born_elsewhere, "BadProof"),
        (always("system_accountNextIndex", 0), None),
        (always("system_accountNextIndex", 5_000), None),
    ],
    ids=[
        "spec",
        "transaction",
        "wide",
        "wider",
        "no birth block",
        "birth block",
        "old nonce",
        "late nonce",
    ],
)
def test_what_a_signature_commits_to_cannot_be_lied_about(
    honest: Honest, way: str, tmp_path: Path, lie: Lie, reason: str | None
) -> None:
    before = honest.nonce()
    with lying(honest.endpoint, lie) as liar, client(way, liar, tmp_path) as deceived:
        with pytest.raises(BtError) as refused:
            _send(deceived, STAKE)
        assert not isinstance(refused.value, UnexpectedOutcome)
        assert reason is None or reason in str(refused.value)
    assert honest.nonce() == before


def _send(deceived: Client, operation: Operation) -> None:
    """Send it; a transaction that the pool keeps for later has not landed."""
    plan = deceived.prepare(operation, ALICE)
    deceived.send(plan)
    raise TransactionError("it waits for transactions that do not exist")


@pytest.mark.parametrize(
    "lie",
    [
        always("payment_queryInfo", {"partialFee": "1"}),
        always("system_chain", "Bittensor"),
        always("state_getStorageHash", NO_HASH),
        always("system_properties", {"ss58Format": 7, "tokenDecimals": 12, "tokenSymbol": "LIE"}),
        _poor,
    ],
    ids=["fee", "chain name", "code hash", "properties", "balance"],
)
def test_a_lie_about_what_is_not_signed_changes_nothing_that_is(
    honest: Honest, way: str, cache: Path | None, tmp_path: Path, lie: Lie
) -> None:
    with lying(honest.endpoint, lie) as liar:
        folder = warmed(cache, way, liar, tmp_path)
        with client(way, liar, folder) as deceived:
            plan = deceived.prepare(STAKE, ALICE)
            assert plan.preview.call.startswith("SubtensorModule.add_stake(")
            receipt = deceived.submit(plan)
    assert honest.call_of(plan.preview.nonce) == ("SubtensorModule", "add_stake")
    assert receipt.fee is not None
    assert receipt.fee > Tao.from_rao(1)


def test_a_lie_about_the_genesis_is_refused_or_shown(honest: Honest, tmp_path: Path) -> None:
    def elsewhere(method: str, params: Any, result: Any) -> Any:
        return NO_HASH if method == "chain_getBlockHash" and params == [0] else result

    before = honest.nonce()
    with lying(honest.endpoint, elsewhere) as liar, client("url", liar, tmp_path) as deceived:
        plan = deceived.prepare(STAKE, ALICE)
        assert plan.preview.genesis_hash == NO_HASH
        assert plan.payload.signing.genesis_hash.hex() == NO_HASH[2:]
        with pytest.raises(TransactionRefused, match="BadProof"):
            deceived.submit(plan)
    assert honest.nonce() == before


def test_a_named_network_is_never_another_chain(
    honest: Honest, known: Network, tmp_path: Path
) -> None:
    lie = always("chain_getBlockHash", NO_HASH)
    with (
        lying(honest.endpoint, lie) as liar,
        client("named", liar, tmp_path) as deceived,
        pytest.raises(ConnectError, match="another chain"),
    ):
        deceived.prepare(STAKE, ALICE)


def test_a_chain_does_not_change_with_a_reconnection(honest: Honest, tmp_path: Path) -> None:
    before = honest.nonce()
    with lying(honest.endpoint) as liar, client("url", liar, tmp_path) as deceived:
        plan = deceived.prepare(STAKE, ALICE)
        liar.lies.append(
            lambda method, params, result: (
                NO_HASH if method == "chain_getBlockHash" and params == [0] else result
            )
        )
        liar.cut()
        with pytest.raises(TransportError):
            deceived.submit(plan)
    assert honest.nonce() == before


@pytest.mark.parametrize(
    "make",
    [
        lambda: (STAKE, {}),
        lambda: (Faucet(difficulty=10_000, processes=1), {}),
        lambda: (STAKE, {"mev_protection": True}),
    ],
    ids=["plain", "proof of work", "sealed"],
)
def test_what_changes_after_the_preview_changes_nothing(
    honest: Honest, tmp_path: Path, make: Callable[[], tuple[Operation, dict[str, Any]]]
) -> None:
    """Honest until the preview is shown; then other metadata, under another code's hash."""
    operation, choices = make()
    while choices and honest.client.head().number < 3:
        honest.client.execute(Transfer(BOB.ss58_address, Tao.parse("1")), ALICE)
    lies = [
        exchanged_calls("SubtensorModule", "faucet", "remove_stake"),
        exchanged_calls("MevShield", "submit_encrypted", "store_encrypted"),
        always("state_getStorageHash", NO_HASH),
    ]
    with lying(honest.endpoint) as liar, client("url", liar, tmp_path) as deceived:
        plan = deceived.prepare(operation, ALICE, **choices)
        liar.lies += lies
        deceived.submit(plan)
    last = plan.preview.nonce
    wanted = plan.preview.call.partition("(")[0]
    assert ".".join(honest.call_of(last)) == wanted
    if choices:
        assert honest.call_of(last - 1) == ("MevShield", "submit_encrypted")


def test_a_lie_about_the_nonce_only_keeps_the_extrinsic_out(honest: Honest, tmp_path: Path) -> None:
    before = honest.nonce()
    with lying(honest.endpoint) as liar, client("url", liar, tmp_path) as deceived:
        plan = deceived.prepare(STAKE, ALICE, period=4)
        liar.lies.append(always("system_accountNextIndex", 5_000))
        deceived.send(plan)
        payload = deceived.prepare(STAKE, ALICE, period=4, nonce=before).sign()
        assert payload.unsigned.signing.nonce == before
    last = plan.preview.last_block
    assert last is not None
    while honest.client.head().number <= last:
        honest.client.execute(Transfer(ALICE.ss58_address, Tao.parse("1")), BOB)
    assert honest.nonce() == before


def test_a_node_that_cannot_look_up_gets_no_weaker_signature(
    honest: Honest, way: str, tmp_path: Path
) -> None:
    error = {
        "code": 1011,
        "message": "Unknown Transaction Validity",
        "data": "Could not lookup information required to validate the transaction",
    }
    methods = ("author_submitExtrinsic", "author_submitAndWatchExtrinsic")
    before = honest.nonce()
    with lying(honest.endpoint, refuse=dict.fromkeys(methods, error)) as liar:
        with client(way, liar, tmp_path) as deceived:
            with pytest.raises(TransactionRefused) as refused:
                deceived.execute(STAKE, ALICE)
            assert refused.value.reason == "CannotLookup"
            assert "--no-check-metadata" in str(refused.value.hint)
            assert "check_metadata=False" in str(refused.value.hint)
        assert sum(method in methods for method in liar.asked) == 1
    assert honest.nonce() == before


def test_an_endpoint_of_a_known_chain_is_called_by_its_name(
    honest: Honest, known: Network, tmp_path: Path
) -> None:
    with Client(honest.endpoint, cache=tmp_path) as found:
        assert found.info().network == "finney"
        plan = found.prepare(STAKE, ALICE)
        assert plan.preview.network == "finney"
        assert plan.preview.differences == ()
        undeclared = RawCall("SubtensorModule", "add_stake", dict(_arguments()))
        assert found.prepare(undeclared, ALICE).preview.differences == ()
        assert found.submit(plan).error is None
    with Client(chain_file=honest.chain_file, cache=tmp_path) as local:
        warnings = local.prepare(STAKE, ALICE).preview.warnings
        assert any("has the genesis of finney" in said for said in warnings)


def _arguments() -> dict[str, Any]:
    return {"hotkey": HOTKEY.public_key, "netuid": 1, "amount_staked": 10**9}


def test_no_lie_is_left_in_a_cache_that_others_read(honest: Honest, tmp_path: Path) -> None:
    """Whatever the liar says of code and chain, its files are nobody else's."""
    lies = (SWAPPED, always("system_chain", "Bittensor dev"))
    with lying(honest.endpoint, *lies) as liar, client("url", liar, tmp_path) as deceived:
        deceived.head()
    poisoned = {file.name for file in tmp_path.glob("*.metadata")}
    with Client(honest.endpoint, cache=tmp_path) as trusting:
        trusting.head()
    with Client(chain_file=honest.chain_file, cache=tmp_path) as local:
        local.head()
    files = {file.name for file in tmp_path.glob("*.metadata")}
    assert len(poisoned) == 1
    assert poisoned < files
    assert len(files) == 3


def test_unstaking_reports_what_was_shown(honest: Honest, tmp_path: Path) -> None:
    """The honest way through the same proxy, so that the attacks fail for the right reason."""
    with lying(honest.endpoint) as liar, client("url", liar, tmp_path) as served:
        served.execute(RemoveStake(HOT, 1, Alpha.parse("0.5", 1)), ALICE)
        served.execute(MOVE, ALICE)


def test_the_check_costs_no_further_question(honest: Honest, tmp_path: Path) -> None:
    """A warm cache will do, since the chain verifies it."""
    with lying(honest.endpoint) as liar:
        with client("url", liar, tmp_path) as first:
            first.prepare(STAKE, ALICE)
        questions = {}
        for check in (True, False):
            liar.asked.clear()
            with client("url", liar, tmp_path) as later:
                later.prepare(STAKE, ALICE, check_metadata=check)
            questions[check] = list(liar.asked)
    again = ["chain_getHeader", "state_getRuntimeVersion", "state_getStorageHash", "state_call"]
    rest = list(questions[True])
    place = questions[False].index("state_call")
    assert questions[False][place - 3 : place + 1] == again
    assert len(questions[False]) == len(rest) + len(again)
    assert len(rest) < 40


def _genesis(answer: Any) -> Lie:
    return lambda method, params, result: (
        answer if method == "chain_getBlockHash" and params == [0] else result
    )


def test_another_spelling_of_the_genesis_is_the_same_chain(
    honest: Honest, known: Network, tmp_path: Path
) -> None:
    """The bytes that are signed are equal, so the rules of the known network hold."""
    before = honest.nonce()
    shouted = _genesis("0x" + honest.genesis[2:].upper())
    with lying(honest.endpoint, shouted, SWAPPED) as liar, client("url", liar, tmp_path) as one:
        assert one.genesis_hash() == honest.genesis
        plan = one.prepare(STAKE, ALICE, check_metadata=False)
        assert plan.preview.network == "finney"
        with pytest.raises(InterfaceDiffers):
            one.submit(plan)
    assert honest.nonce() == before


@pytest.mark.parametrize(
    "change",
    [
        lambda genesis: "0X" + genesis[2:],
        lambda genesis: genesis[:10] + " " + genesis[10:],
        lambda genesis: genesis + "\n",
        lambda genesis: genesis + "00",
        lambda genesis: genesis[:-2],
        lambda genesis: [genesis],
        lambda genesis: None,
    ],
)
def test_what_is_no_genesis_hash_is_no_chain(
    honest: Honest, tmp_path: Path, change: Callable[[str], Any]
) -> None:
    with (
        lying(honest.endpoint, _genesis(change(honest.genesis))) as liar,
        client("url", liar, tmp_path) as deceived,
        pytest.raises(ProtocolError, match="not a hash"),
    ):
        deceived.prepare(STAKE, ALICE)


@pytest.mark.parametrize("fee", ["-5", -5, 1.5, True, float("inf"), str(1 << 128), None])
def test_what_is_no_fee_is_not_shown_as_one(honest: Honest, tmp_path: Path, fee: Any) -> None:
    lie = always("payment_queryInfo", {"partialFee": fee})
    with (
        lying(honest.endpoint, lie) as liar,
        client("url", liar, tmp_path) as deceived,
        pytest.raises(ProtocolError, match="payment_queryInfo"),
    ):
        deceived.prepare(STAKE, ALICE)


@pytest.mark.parametrize("number", ["-0x5", hex(1 << 32), "0x" + "f" * 40, None, 5])
def test_what_is_no_height_is_not_shown_as_one(honest: Honest, tmp_path: Path, number: Any) -> None:
    with (
        lying(honest.endpoint, always("chain_getHeader", {"number": number})) as liar,
        client("url", liar, tmp_path) as deceived,
        pytest.raises(ProtocolError, match="chain_getHeader"),
    ):
        deceived.prepare(STAKE, ALICE)


@pytest.mark.parametrize(
    "properties", [{"ss58Format": "x"}, {"tokenDecimals": -1}, {"tokenDecimals": "9" * 5_000}]
)
def test_odd_properties_are_a_typed_error(honest: Honest, tmp_path: Path, properties: Any) -> None:
    with (
        lying(honest.endpoint, always("system_properties", properties)) as liar,
        client("url", liar, tmp_path) as deceived,
        pytest.raises(ProtocolError, match="system_properties"),
    ):
        deceived.info()


def one_of_a_batch(operation: Wanted) -> Wanted:
    return Batch([Transfer(BOB.ss58_address, Tao.from_rao(500)), operation])


def for_another(operation: Wanted) -> Wanted:
    return Proxied(operation, BOB.ss58_address)


@pytest.mark.parametrize("enclose", [lambda one: one, one_of_a_batch, for_another])
def test_a_call_that_is_only_announced_is_compared_too(
    honest: Honest, known: Network, tmp_path: Path, enclose: Callable[[Announced], Wanted]
) -> None:
    """Its hash alone is signed: a moved index would announce another call than the one shown."""
    with lying(honest.endpoint, SWAPPED) as liar, client("named", liar, tmp_path) as deceived:
        operation = enclose(Announced(STAKE, BOB.ss58_address))
        plan = deceived.prepare(operation, ALICE, check_metadata=False)
        assert any("add_stake is declared as call 7.2" in one for one in plan.preview.differences)
        with pytest.raises(InterfaceDiffers):
            plan.sign()


def _hash_first(metadata: Metadata) -> Metadata:
    """The metadata hash before versions, genesis and birth, which are of the liar's choice."""
    extensions = sorted(
        metadata.extrinsic.extensions, key=lambda one: one.identifier != "CheckMetadataHash"
    )
    return changed(metadata, extrinsic=metadata.extrinsic._replace(extensions=tuple(extensions)))


def test_the_metadata_hash_ends_what_is_signed(honest: Honest, tmp_path: Path) -> None:
    with (
        lying(honest.endpoint, metadata_lie(_hash_first)) as liar,
        client("url", liar, tmp_path) as deceived,
        pytest.raises(IncompatibleItem, match="CheckMetadataHash"),
    ):
        deceived.prepare(STAKE, ALICE)
