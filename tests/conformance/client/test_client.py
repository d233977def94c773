"""What a client promises, whichever way it reaches its chain."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk import (
    AddStake,
    Alpha,
    Batch,
    CreateSubnet,
    DispatchError,
    Faucet,
    ForceBatch,
    Keypair,
    RawCall,
    RecycleRegister,
    RemoveStake,
    StartSubnet,
    Sudo,
    Tao,
    TransactionExpired,
    TransactionRefused,
    Transfer,
    TransferAll,
    UsageError,
)
from btsdk.apis import swap
from btsdk.calls import balances as balance_calls
from btsdk.constants import balances as balance_constants
from btsdk.errors import MechanismNotFound, SubnetNotFound
from btsdk.events import balances as balance_events
from btsdk.events.subtensor import StakeAdded
from btsdk.storage import subtensor, system
from btsdk.tx.signed import UnsignedPayload
from tests.conformance.client.conftest import Way

ALICE = Keypair.from_uri("//Alice")
BOB = Keypair.from_uri("//Bob")
CHARLIE = Keypair.from_uri("//Charlie")
TAO = Tao.parse("1")


def test_it_knows_its_chain(way: Way) -> None:
    info = way.do(way.client.info())
    assert info.chain == "Bittensor dev"
    assert info.spec_name == "node-subtensor"
    assert (info.ss58_prefix, info.token, info.decimals) == (42, "TAO", 9)
    assert info.genesis_hash == way.do(way.client.genesis_hash())
    assert way.do(way.client.at(0)).hash == info.genesis_hash


def test_views_are_pinned_by_height_and_hash(way: Way) -> None:
    before = way.do(way.client.head())
    balance = way.do(before.balance(BOB.ss58_address))
    way.do(way.client.execute(Transfer(BOB.ss58_address, TAO), ALICE))
    assert way.do(before.balance(BOB.ss58_address)) == balance
    again = way.do(way.client.at(before.hash))
    assert again.number == before.number
    assert way.do(again.balance(BOB.ss58_address)) == balance
    after = way.do(way.client.head())
    assert way.do(after.balance(BOB.ss58_address)).free == balance.free + TAO
    for missing in (10_000_000, "0x" + "00" * 32):
        with pytest.raises(UsageError, match="no block"):
            way.do(way.client.at(missing))


def test_a_transfer_moves_exactly_its_amount_and_the_fee_of_its_preview(way: Way) -> None:
    dest = Keypair.from_uri("//receiver").ss58_address
    before = way.do(way.do(way.client.head()).balance(ALICE.ss58_address))
    plan = way.do(way.client.prepare(Transfer(dest, Tao.parse("2.5")), ALICE))
    assert plan.preview.network == way.client.network.name
    assert plan.preview.genesis_hash == way.do(way.client.genesis_hash())
    assert plan.preview.warnings == ()
    assert plan.preview.effects == (f"{ALICE.ss58_address} sends τ2.500000000 to {dest}",)
    receipt = way.do(way.client.submit(plan))
    assert receipt.fee == plan.preview.fee
    view = way.do(way.client.at(receipt.block_hash))
    balances = way.do(view.balances([ALICE.ss58_address, dest]))
    assert balances[dest].free == Tao.parse("2.5")
    assert balances[ALICE.ss58_address].free == before.free - Tao.parse("2.5") - receipt.fee
    (transfer,) = receipt.find(balance_events.Transfer)
    assert transfer.amount == Tao.parse("2.5")
    assert (transfer.from_, transfer.to) == (ALICE.ss58_address, dest)
    assert receipt.error is None


def test_waiting_for_finality_and_tips(way: Way) -> None:
    tip = Tao.from_rao(77)
    operation = Transfer(BOB.ss58_address, TAO)
    receipt = way.do(way.client.execute(operation, ALICE, wait="finalized", tip=tip))
    assert receipt.finalized
    assert receipt.tip == tip
    assert way.do(way.client.finalized()).number >= receipt.block_number


def test_generated_calls_are_sent_alone_and_inside_others(way: Way) -> None:
    call = balance_calls.TransferKeepAlive(dest=BOB.public_key, value=TAO)
    before = way.do(way.do(way.client.head()).balance(BOB.ss58_address)).free
    forced = balance_calls.ForceTransfer(source=ALICE.public_key, dest=BOB.public_key, value=TAO)
    for wanted in (call, Batch([call, Transfer(BOB.ss58_address, TAO)]), Sudo(forced)):
        way.do(way.client.execute(wanted, ALICE))
    after = way.do(way.do(way.client.head()).balance(BOB.ss58_address)).free
    assert after - before == 4 * TAO


def test_every_step_is_told(way: Way) -> None:
    plan = way.do(way.client.prepare(Transfer(BOB.ss58_address, TAO), ALICE))
    steps = way.take(way.client.watch(plan, wait="finalized"))
    assert [step.status for step in steps] == [
        "submitted",
        "ready",
        "inBlock",
        "finalized",
        "done",
    ]
    assert steps[-1].receipt.extrinsic_hash == steps[0].extrinsic_hash


def test_signing_elsewhere(way: Way) -> None:
    operation = Transfer(BOB.ss58_address, TAO)
    plan = way.do(way.client.prepare(operation, CHARLIE.ss58_address))
    with pytest.raises(UsageError, match="no signer"):
        plan.sign()
    carried = UnsignedPayload.from_json(plan.unsigned().to_json())
    assert carried == plan.unsigned()
    with pytest.raises(UsageError, match="cannot sign"):
        carried.sign(BOB)
    with pytest.raises(UsageError, match="the signature is not by"):
        carried.signed(bytes(64))
    signed = carried.signed(CHARLIE.sign(carried.payload))
    receipt = way.do(way.client.submit(signed))
    assert receipt.events[-1].name == "ExtrinsicSuccess"


def test_sending_without_waiting(way: Way) -> None:
    plan = way.do(way.client.prepare(Transfer(BOB.ss58_address, TAO), ALICE))
    sent = way.do(way.client.send(plan))
    head = way.do(way.client.head())
    found = [
        way.do(way.client.call("chain_getBlock", way.do(way.client.at(number)).hash))
        for number in range(head.number, max(head.number - 3, 0), -1)
    ]
    assert sent.startswith("0x")
    assert len(sent) == 66
    assert any(len(block["block"]["extrinsics"]) > 1 for block in found)


def test_a_failed_extrinsic_names_error_receipt_and_hint(way: Way) -> None:
    poor = Keypair.from_uri("//poor")
    way.do(way.client.execute(Transfer(poor.ss58_address, TAO), ALICE))
    plan = way.do(way.client.prepare(Transfer(BOB.ss58_address, Tao.parse("5")), poor))
    assert any("can move" in warning for warning in plan.preview.warnings)
    with pytest.raises(DispatchError) as raised:
        way.do(way.client.submit(plan))
    error: Any = raised.value
    assert error.hint
    assert error.receipt.fee > Tao.from_rao(0)
    assert error.block_hash == error.receipt.block_hash


def test_a_pallets_error_is_named(way: Way) -> None:
    plan = way.do(way.client.prepare(StartSubnet(1), ALICE))
    assert plan.preview.warnings == ("the subnet was started already",)
    with pytest.raises(DispatchError) as raised:
        way.do(way.client.submit(plan))
    assert raised.value.code == "SubtensorModule.FirstEmissionBlockNumberAlreadySet"
    assert "has been started already" in raised.value.message


def test_a_refusal_costs_nothing_and_says_what_to_do(way: Way) -> None:
    nobody = Keypair.from_uri("//nobody")
    with pytest.raises(TransactionRefused) as raised:
        way.do(way.client.execute(Transfer(BOB.ss58_address, TAO), nobody))
    assert (raised.value.code, raised.value.reason) == (1010, "Payment")
    assert raised.value.hint


def test_an_old_signature_is_offered_to_be_made_again(way: Way) -> None:
    plan = way.do(way.client.prepare(Transfer(BOB.ss58_address, TAO), CHARLIE, period=4))
    for _ in range(5):
        way.do(way.client.execute(Transfer(BOB.ss58_address, TAO), ALICE))
    with pytest.raises(TransactionExpired) as raised:
        way.do(way.client.submit(plan))
    assert raised.value.retryable
    receipt = way.do(way.client.execute(plan.operation, CHARLIE))
    assert receipt.error is None


def test_a_failure_inside_sudo_is_a_failure(way: Way) -> None:
    inner = RawCall("System", "remark", {"remark": b"as root"})
    assert way.do(way.client.execute(Sudo(inner), ALICE)).error is None
    with pytest.raises(DispatchError, match="BadOrigin"):
        way.do(way.client.execute(Sudo(Transfer(BOB.ss58_address, TAO)), ALICE))


def test_a_batch_is_all_or_nothing(way: Way) -> None:
    first, second = (Keypair.from_uri(f"//batch{n}").ss58_address for n in (1, 2))
    both = Batch([Transfer(first, TAO), Transfer(second, TAO)])
    way.do(way.client.execute(both, ALICE))
    greedy = Batch([Transfer(first, TAO), Transfer(second, Tao.parse("90000000"))])
    with pytest.raises(DispatchError):
        way.do(way.client.execute(greedy, ALICE))
    found = way.do(way.do(way.client.head()).balances([first, second]))
    assert [balance.free for balance in found.values()] == [TAO, TAO]


def test_the_parts_of_a_batch_may_stand_for_themselves(way: Way) -> None:
    first, second = (Keypair.from_uri(f"//parts{n}").ss58_address for n in (1, 2))
    greedy = Transfer(first, Tao.parse("90000000"))
    plan = way.do(way.client.prepare(ForceBatch([greedy, Transfer(second, TAO)]), ALICE))
    assert any(warning.startswith("1. ") for warning in plan.preview.warnings)
    receipt = way.do(way.client.submit(plan))
    assert [part.error is None for part in receipt.parts] == [False, True]
    assert receipt.error is None
    found = way.do(way.do(way.client.head()).balances([first, second]))
    assert [balance.free for balance in found.values()] == [Tao.from_rao(0), TAO]


def test_blocks_come_in_order(way: Way) -> None:
    start = way.do(way.client.head()).number
    for _ in range(2):
        way.do(way.client.execute(Transfer(BOB.ss58_address, TAO), ALICE))
    (first,) = way.take(way.client.blocks(), 1)
    assert first.number >= start + 2
    assert first.hash == way.do(way.client.at(first.number)).hash


def test_registering_and_staking_as_quoted(way: Way) -> None:
    hotkey = Keypair.from_uri("//quoted").ss58_address
    head = way.do(way.client.head())
    offer = way.do(head.registration(1))
    assert offer.allowed
    assert offer.pow_form == "pow_register"
    limit = offer.price * 2
    way.do(way.client.execute(RecycleRegister(1, hotkey, limit_price=limit), BOB))
    quote = way.do(way.do(way.client.head()).quote_stake(1, Tao.parse("0.5")))
    receipt = way.do(way.client.execute(AddStake(hotkey, 1, Tao.parse("0.5")), BOB))
    (added,) = receipt.find(StakeAdded)
    view = way.do(way.client.head())
    staked = way.do(view.stake(BOB.ss58_address, hotkey, 1))
    assert added.alpha == staked
    # The quote is that of one block before, and a block's emission moves this small pool.
    assert quote.alpha.rao // 2 < staked.rao < quote.alpha.rao * 2
    assert way.do(view.uid(1, hotkey)) is not None
    assert way.do(view.owner(hotkey)) == BOB.ss58_address
    assert hotkey in [stake.hotkey for stake in way.do(view.stakes(BOB.ss58_address))]
    assert hotkey in [neuron.hotkey for neuron in way.do(view.neurons(1))]
    assert hotkey in [neuron.hotkey for neuron in way.do(view.metagraph(1)).neurons]
    way.do(way.client.execute(RemoveStake(hotkey, 1, "all"), BOB))
    left = way.do(way.do(way.client.head()).stake(BOB.ss58_address, hotkey, 1))
    assert left == Alpha.from_rao(0, 1)


def test_sale_values_are_those_of_the_quotes(way: Way) -> None:
    view = way.do(way.client.head())
    amounts = [Alpha.from_rao(number * 10**9, 1) for number in range(1, 131)]
    values = way.do(view.sale_values([*amounts, Alpha.from_rao(10**9, 0), Alpha.from_rao(1, 999)]))
    assert len(values) == 132
    for place in (0, 57, 129):
        assert values[place] == way.do(view.quote_unstake(amounts[place])).tao
    assert values[:130] == sorted(values[:130])
    assert Tao.from_rao(0) < values[129] < values[0] * 130
    # Root sells one for one; the chain refuses a sale on a subnet that does not exist.
    assert values[130:] == [Tao.from_rao(10**9), Tao.from_rao(0)]
    assert way.do(view.sale_values([])) == []


def test_creating_and_starting_a_subnet(way: Way) -> None:
    view = way.do(way.client.head())
    cost, before = way.do(view.subnet_cost()), way.do(view.subnet_count())
    hotkey = Keypair.from_uri("//subnet-owner").ss58_address
    plan = way.do(way.client.prepare(CreateSubnet(hotkey), CHARLIE))
    assert f"{cost} is spent on it" in plan.preview.effects
    way.do(way.client.submit(plan))
    view = way.do(way.client.head())
    assert way.do(view.subnet_count()) == before + 1
    netuid = max(subnet.netuid for subnet in way.do(view.subnets()))
    assert not way.do(view.staking_open(netuid))
    way.do(way.client.execute(StartSubnet(netuid), CHARLIE))
    view = way.do(way.client.head())
    assert way.do(view.staking_open(netuid))
    subnet = way.do(view.subnet(netuid))
    assert subnet.owner_coldkey == CHARLIE.ss58_address
    assert subnet.price == way.do(view.price(netuid)) == way.do(view.prices())[netuid]
    assert way.do(view.hyperparameters(netuid))["tempo"] == subnet.tempo
    assert way.do(view.find_subnet(999)) is None
    assert way.do(view.find_metagraph(999)) is None
    for missing in (view.subnet, view.metagraph, view.hyperparameters):
        with pytest.raises(SubnetNotFound, match="no subnet 999"):
            way.do(missing(999))
    with pytest.raises(MechanismNotFound):
        way.do(view.metagraph(netuid, 5))


def test_the_faucet_takes_work_and_gives_tao(way: Way) -> None:
    fresh = Keypair.from_uri("//fresh")
    steps: list[Any] = []
    way.do(way.client.execute(Faucet(), fresh, on_progress=steps.append))
    balance = way.do(way.do(way.client.head()).balance(fresh.ss58_address))
    assert balance.free == Tao.parse("1000")
    assert steps[-1].status == "done"
    way.do(way.client.execute(TransferAll(BOB.ss58_address), fresh))
    assert not way.do(way.do(way.client.head()).balance(fresh.ss58_address)).free


def test_any_item_that_the_chain_declares(way: Way) -> None:
    view = way.do(way.client.head())
    assert way.do(view.storage(subtensor.NetworksAdded, 1)) is True
    assert way.do(view.storage(system.Number)) == view.number
    added = dict(way.do(view.storage_map(subtensor.NetworksAdded)))
    assert added[(0,)] is added[(1,)] is True
    assert way.do(view.call_api(swap.current_alpha_price, 0)) == 1_000_000_000
    assert view.constant(balance_constants.ExistentialDeposit) == 500
    assert view.existential_deposit() == Tao.from_rao(500)
    assert way.do(way.client.next_nonce(Keypair.from_uri("//unused").ss58_address)) == 0


@pytest.mark.parametrize("way", ["blocking in process", "async ws"], indirect=True, scope="module")
@pytest.mark.filterwarnings("ignore")  # of somebody else's library
def test_a_substrate_interface_for_the_same_chain(way: Way) -> None:
    substrate = way.do(way.client.substrate)
    assert substrate.get_block_hash(0) == way.do(way.client.genesis_hash())
    free = substrate.query("System", "Account", [BOB.ss58_address]).value["data"]["free"]
    assert free == way.do(way.do(way.client.head()).balance(BOB.ss58_address)).free.rao
