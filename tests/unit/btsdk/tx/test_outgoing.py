"""What a call takes out of the account: every call of the chain has an answer."""

from __future__ import annotations

from btsdk.calls import subtensor
from btsdk.descriptors.declared import CALLS
from btsdk.descriptors.later import CALLS as LATER
from btsdk.keys import Keypair
from btsdk.metadata.model import Call
from btsdk.tx import outgoing as module
from btsdk.tx.outgoing import Outgoing, outgoing
from btsdk.units import Alpha
from tests.unit.btsdk.chain import METADATA, Chain, NewerChain
from tests.unit.btsdk.script import dev_at, later_at

ALICE = Keypair.from_uri("//Alice").ss58_address


def taken(call: Call) -> Outgoing:
    chain = Chain(Burn=5, current_alpha_price=500_000_000, get_network_registration_cost=9)
    return chain.script().play(outgoing(dev_at(), call, ALICE))


def test_the_names_in_the_tables_are_calls() -> None:
    tables = [module._TAO, module._ALPHA, module._KEPT, module._HANDS_OVER, module._NETWORKS]
    for name in (name for table in tables for name in table):
        assert name in CALLS or name in LATER, name
    assert {name.partition(".")[0] for name in CALLS} >= module._FOREIGN


def test_alpha_counts_at_its_price_and_is_rounded_up() -> None:
    call = Call("SubtensorModule", "burn_alpha", {"hotkey": b"", "amount": 3, "netuid": 1})
    assert taken(call) == Outgoing(2, (), (1,))
    root = Call("SubtensorModule", "burn_alpha", {"hotkey": b"", "amount": 3, "netuid": 0})
    assert taken(root).rao == 3
    everything = dict(call.args, amount=(1 << 64) - 1)
    assert taken(Call("SubtensorModule", "burn_alpha", everything)).rao is None


def test_prices_that_the_chain_sets() -> None:
    registered = subtensor.BurnedRegister(netuid=1, hotkey=ALICE).encode(METADATA)
    assert taken(METADATA.decode_call(registered)).rao == 5
    network = subtensor.RegisterNetwork(hotkey=ALICE).encode(METADATA)
    assert taken(METADATA.decode_call(network)).rao == 9


def test_recipients_and_subnets() -> None:
    gift = subtensor.TransferStake(
        destination_coldkey=ALICE,
        hotkey=ALICE,
        origin_netuid=1,
        destination_netuid=2,
        alpha_amount=Alpha.from_rao(2, 1),
    )
    assert taken(METADATA.decode_call(gift.encode(METADATA))) == Outgoing(1, (ALICE,), (1, 2))
    claim = subtensor.ClaimRoot(subnets=[4, 5]).encode(METADATA)
    assert taken(METADATA.decode_call(claim)) == Outgoing(0, (), (4, 5))
    legs = Call("SubtensorModule", "swap_basket_many", {"hotkey": b"", "legs": [(1, 2, 5, 0)]})
    newer = NewerChain()
    assert newer.play(outgoing(later_at(), legs, ALICE)) == Outgoing(0, (), (1, 2))
