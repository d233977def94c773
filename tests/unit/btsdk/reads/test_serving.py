"""What neurons publish, from the chain's values; endpoints are tested with their operations."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.keys import ss58
from btsdk.reads.serving import (
    Axon,
    EvmKey,
    axon_of,
    certificate,
    evm_key,
    last_bonds_reset,
    prometheus,
)
from tests.unit.btsdk.chain import BOB, Chain
from tests.unit.btsdk.script import dev_at

INFO: dict[str, Any] = {"block": 5, "version": 1, "port": 8, "protocol": 4}


@pytest.mark.parametrize(
    ("ip", "ip_type", "text"),
    [
        (0x08080808, 4, "8.8.8.8"),
        (1, 6, "::1"),
        (1 << 40, 4, "::100:0:0"),  # the chain does not hold an IPv4 address to 32 bits
        (0x08080808, 6, "::808:808"),
    ],
)
def test_addresses(ip: int, ip_type: int, text: str) -> None:
    assert axon_of({**INFO, "ip": ip, "ip_type": ip_type}) == Axon(text, 8, 4, 1, 5)


def test_no_address() -> None:
    assert axon_of({**INFO, "ip": 0, "port": 0, "ip_type": 4}) is None
    for ip_type, serving in ((4, "0.0.0.0"), (6, "::")):
        found = axon_of({**INFO, "ip": 0, "ip_type": ip_type})
        assert found is not None
        assert (found.ip, found.is_serving) == (serving, False)


def test_what_is_not_there() -> None:
    script = Chain().script()
    assert script.play(prometheus(dev_at(), 1, BOB)) is None
    assert script.play(certificate(dev_at(), 1, BOB)) is None
    assert script.play(evm_key(dev_at(), 1, 0)) is None
    assert script.play(last_bonds_reset(dev_at(), 1, BOB)) is None


def test_evm_keys_and_bonds_resets() -> None:
    chain = Chain(AssociatedEvmAddress=(bytes(19) + b"\x01", 7), LastBondsReset=9)
    script = chain.script()
    found = script.play(evm_key(dev_at(), 1, 0))
    assert found == EvmKey("0x" + "00" * 19 + "01", 7)
    assert script.play(last_bonds_reset(dev_at(), 1, ss58.decode(BOB))) == 9
