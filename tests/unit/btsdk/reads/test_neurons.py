"""Neurons."""

from __future__ import annotations

from ipaddress import IPv6Address
from typing import Any

import pytest

from btsdk.keys import ss58
from btsdk.reads.neurons import neuron, neurons, owner, uid
from btsdk.reads.serving import Axon
from btsdk.units import Alpha
from chain_spec.apis import neuron_info
from chain_spec.types.expression import OptionOf
from tests.unit.btsdk.chain import ALICE, BOB, Chain
from tests.unit.btsdk.script import dev_at

KEYS = ss58.decode(ALICE), ss58.decode(BOB)


def zero_of(api: Any, method: str) -> dict[str, Any]:
    output = api.methods[method].output.resolve()
    assert isinstance(output, OptionOf)
    zero: dict[str, Any] = output.inner.zero()
    return zero


def lite(**values: Any) -> dict[str, Any]:
    zero = zero_of(neuron_info.api, "get_neuron_lite")
    return {**zero, "hotkey": KEYS[1], "coldkey": KEYS[0], **values}


def test_the_stake_of_a_neuron_is_that_of_all_on_its_hotkey() -> None:
    info = lite(uid=5, netuid=2, stake=[(KEYS[0], 3), (KEYS[1], 4)], rank=9)
    found = Chain(get_neuron_lite=info).script().play(neuron(dev_at(), 2, 5))
    assert found is not None
    assert (found.uid, found.hotkey, found.coldkey, found.rank) == (5, BOB, ALICE, 9)
    assert found.stake == Alpha.from_rao(7, 2)
    assert Chain(get_neuron_lite=None).script().play(neuron(dev_at(), 2, 5)) is None


@pytest.mark.parametrize(
    ("ip_type", "ip", "port", "shown"),
    [
        (4, 0x7F000001, 80, "127.0.0.1"),
        (6, int(IPv6Address("2001:db8::1")), 80, "2001:db8::1"),
        (4, int(IPv6Address("2001:db8::1")), 80, "2001:db8::1"),
        (4, 0, 80, "0.0.0.0"),
        (4, 0, 0, None),
    ],
)
def test_where_a_neuron_says_that_it_listens(
    ip_type: int, ip: int, port: int, shown: str | None
) -> None:
    axon = lite()["axon_info"] | {"ip_type": ip_type, "ip": ip, "port": port}
    (found,) = Chain(get_neurons_lite=[lite(axon_info=axon)]).script().play(neurons(dev_at(), 1))
    wanted = None if shown is None else Axon(shown, port, 0, 0, 0)
    assert found.axon == wanted


def test_a_hotkey_that_the_chain_has_never_seen() -> None:
    assert Chain(Owner=bytes(32)).script().play(owner(dev_at(), BOB)) is None
    assert Chain(Owner=KEYS[0]).script().play(owner(dev_at(), BOB)) == ALICE
    assert Chain(Uids=3).script().play(uid(dev_at(), 1, BOB)) == 3
    assert Chain().script().play(uid(dev_at(), 1, BOB)) is None
