"""Who is deregistered next, against registrations on a full subnet."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsdk import Alpha, Keypair, UsageError
from btsdk.ops import RecycleRegister
from btsdk.reads.pruning import PruningCandidate, pruning_order
from local_node import LocalChain
from local_node.dev.scaffold import read_scaffold

ALICE = Keypair.from_uri("//Alice")
NETUID = 2
SCAFFOLD = """
[[accounts]]
name = "alice"
secret = "//Alice"
balance = "100000"

[[subnets]]
owner = "alice"
hotkey = "//Alice//hot"

[subnets.settings]
Tempo = 50000
ImmunityPeriod = 60
MinNonImmuneUids = 2
ImmuneOwnerUidsLimit = 2
MaxAllowedUids = 9

[[subnets.neurons]]
coldkey = "alice"
hotkey = "//Alice//second"

[[subnets.neurons]]
coldkey = "alice"
hotkey = "//Alice//third"

[[subnets.neurons]]
count = 5
coldkey = "//Miner{n}"
hotkey = "//Miner{n}//hot"
"""


@pytest.mark.parametrize("seed", range(3))
def test_registrations_replace_in_this_order(seed: int) -> None:
    chance = random.Random(seed)
    with LocalChain(scaffold=read_scaffold(SCAFFOLD, "the test's scaffold")) as chain:
        client = chain.client
        emissions = [chance.randrange(3) for _ in range(8)]
        chain.control.set_storage({"SubtensorModule": {"Emission": [[[NETUID], emissions]]}})
        for number in range(8):
            chain.advance(chance.choice([1, 12]))
            before = client.head()
            found = before.pruning(NETUID)
            assert found.free_slots == (1 if number == 0 else 0)
            assert found.protected == (0, 1)
            newcomer = Keypair.from_uri(f"//New{number}").ss58_address
            if found.next is None and not found.free_slots:
                break
            # The price rises with each registration; only the order is tested.
            price = {"Burn": [[[NETUID], 1_000]]}
            chain.control.set_storage({"SubtensorModule": price})
            found = client.head().pruning(NETUID)
            client.execute(RecycleRegister(NETUID, newcomer), ALICE)
            uid = client.head().uid(NETUID, newcomer)
            if found.free_slots:
                assert uid == 8
            else:
                assert found.next is not None
                assert uid == found.next.uid
                assert found.registrations_until(uid) == 1
                assert client.head().uid(NETUID, found.next.hotkey) is None


def test_immunity_ends_when_the_chain_says(chain: LocalChain) -> None:
    view = chain.client.head()
    left = view.immunity_left(1, 0)
    order = view.pruning(1).order
    assert all(candidate.immune_until == candidate.registered_at + 4096 for candidate in order)
    chain.advance(5)
    assert chain.client.head().immunity_left(1, 0) == max(left - 5, 0)
    with pytest.raises(UsageError, match="no uid 99"):
        view.immunity_left(1, 99)
    with pytest.raises(UsageError, match="no subnet 9"):
        view.pruning(9)


CANDIDATES = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 20), st.integers(5, 15)), max_size=9
)


@given(CANDIDATES, st.integers(0, 25), st.integers(0, 5))
def test_the_order_is_the_rule_applied_again_and_again(
    drawn: list[tuple[int, int, int]], block: int, least: int
) -> None:
    neurons = [
        PruningCandidate(
            uid, str(uid), Alpha.from_rao(emission, 1), registered, registered + period
        )
        for uid, (emission, registered, period) in enumerate(drawn)
    ]
    left, order = list(neurons), []
    while True:
        mortal = [n for n in left if block - n.registered_at >= n.immune_until - n.registered_at]
        immune = [n for n in left if n not in mortal]
        group = mortal if len(mortal) > least else immune
        if not group:
            break
        chosen = min(group, key=lambda n: (n.emission.rao, n.registered_at, n.uid))
        left.remove(chosen)
        order.append(chosen)
    assert pruning_order(neurons, block, least) == tuple(order)
