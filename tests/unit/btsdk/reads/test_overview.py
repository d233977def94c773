"""The neurons of a coldkey on all subnets."""

from __future__ import annotations

import pytest

from btsdk.errors import UsageError
from btsdk.reads.overview import NeuronOverview
from tests.unit.btsdk.staked import ALICE, ALICE_1, ALICE_2, BOB, FIRST, NOBODY, SECOND, Staked


def seats(found: list[NeuronOverview]) -> list[tuple[int, str]]:
    return [(one.neuron.netuid, one.neuron.hotkey) for one in found]


def test_all_neurons_of_a_coldkey(real: Staked) -> None:
    view = real.view
    found = view.overview(ALICE)
    places = {
        (netuid, hotkey)
        for hotkey in view.owned_hotkeys(ALICE)
        for netuid in view.netuids_for_hotkey(hotkey)
    }
    assert set(seats(found)) == places
    assert {FIRST, SECOND} <= {netuid for netuid, _ in places}
    order = [(one.neuron.netuid, one.neuron.uid) for one in found]
    assert order == sorted(order)
    for one in found:
        neuron, netuid = one.neuron, one.neuron.netuid
        assert neuron == view.neuron(netuid, neuron.uid)
        assert one.blocks_since_update == view.number - neuron.last_update
        graph = view.metagraph(netuid)
        assert one.registered_at == graph.block_at_registration[neuron.uid]
        assert one.immune_for == (view.immunity_left(netuid, neuron.uid) or 0)
        assert one.validator_trust == graph.validator_trust[neuron.uid]


def test_some_of_them(real: Staked) -> None:
    view = real.view
    assert seats(view.overview(ALICE, netuids=[SECOND])) == [
        place for place in seats(view.overview(ALICE)) if place[0] == SECOND
    ]
    one = view.overview(ALICE, hotkeys=[ALICE_2])
    assert {hotkey for _, hotkey in seats(one)} == {ALICE_2}
    assert view.overview(ALICE, hotkeys=[]) == view.overview(NOBODY) == []
    assert ALICE_1 not in {hotkey for _, hotkey in seats(view.overview(BOB))}
    with pytest.raises(UsageError):
        view.overview(ALICE, hotkeys=ALICE_2)
