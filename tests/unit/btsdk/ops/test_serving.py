"""Published endpoints, on a real chain."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from btsdk.errors import UsageError
from btsdk.ops import ResetAxon, ServeAxon, ServePrometheus, SetHyperparameter
from btsdk.reads.serving import Axon, Certificate
from btsdk.units import Tao
from tests.unit.btsdk.ops.stage import HOTKEY, NETUID, OTHER, OWNER, SUDO, Stage, staged

PREFIX = "SubtensorModule."
KEY = Certificate(1, bytes(range(32)))


@pytest.fixture
def stage() -> Iterator[Stage]:
    with staged() as stage:
        stage.chain.set_balance(HOTKEY.ss58_address, Tao.parse("1"))
        stage.does(SetHyperparameter(NETUID, "serving_rate_limit", 0), OWNER)
        yield stage


@pytest.mark.parametrize("ip", ["8.8.8.8", "2001:4860:4860::8888"])
def test_an_axon_is_read_as_it_was_served(stage: Stage, ip: str) -> None:
    done = stage.does(ServeAxon(NETUID, ip, 8_091, version=7), HOTKEY).block_number
    served = Axon(ip, 8_091, 4, 7, done)
    assert stage.head.axon(NETUID, HOTKEY) == served
    assert served.is_serving
    assert stage.head.metagraph(NETUID).neurons[0].axon == served
    assert stage.head.certificate(NETUID, HOTKEY) is None
    done = stage.does(ServePrometheus(NETUID, ip, 9_100, 3), HOTKEY).block_number
    found = stage.head.prometheus(NETUID, HOTKEY)
    assert found is not None
    assert (found.ip, found.port, found.version, found.block) == (ip, 9_100, 3, done)
    stage.does(ResetAxon(NETUID), HOTKEY)
    reset = stage.head.axon(NETUID, HOTKEY)
    assert reset is not None
    assert (reset.ip, reset.port, reset.is_serving) == ("0.0.0.0", 1, False)
    assert stage.head.metagraph(NETUID).neurons[0].axon == reset


@pytest.mark.parametrize("certificate", [KEY, b"\x01" + KEY.public_key])
def test_an_axon_with_tls(stage: Stage, certificate: Certificate | bytes) -> None:
    stage.does(ServeAxon(NETUID, "8.8.8.8", 1, certificate=certificate), HOTKEY)
    assert stage.head.certificate(NETUID, HOTKEY.ss58_address) == KEY
    assert stage.head.certificates(NETUID) == {HOTKEY.ss58_address: KEY}


@pytest.mark.parametrize(
    ("ip", "warned"),
    [("8.8.8.8", False), ("10.0.0.1", True), ("127.0.0.2", True), ("fe80::1", True)],
)
def test_who_can_reach_it(stage: Stage, ip: str, warned: bool) -> None:
    operation = ServeAxon(NETUID, ip, 1)
    assert any("not a public" in line for line in stage.warnings(operation, HOTKEY)) is warned
    assert stage.answered(operation, HOTKEY) is None


@pytest.mark.parametrize("ip", ["127.0.0.1", "255.255.255.255", "::1", "ff" * 2 + ":ffff" * 7])
@pytest.mark.parametrize("kind", [ServeAxon, ServePrometheus])
def test_addresses_that_the_chain_refuses(stage: Stage, ip: str, kind: Any) -> None:
    stage.refuses(kind(NETUID, ip, 1), HOTKEY, PREFIX + "InvalidIpAddress")


def test_zero_is_an_axon_and_no_metrics(stage: Stage) -> None:
    stage.does(ServeAxon(NETUID, "::", 1), HOTKEY)
    stage.refuses(ServePrometheus(NETUID, "0.0.0.0", 1), HOTKEY, PREFIX + "InvalidIpAddress")


@pytest.mark.parametrize("kind", [ServeAxon, ServePrometheus])
def test_port_neuron_and_rate(stage: Stage, kind: Any) -> None:
    stage.refuses(kind(NETUID, "8.8.8.8", 0), HOTKEY, PREFIX + "InvalidPort")
    stage.refuses(kind(NETUID, "8.8.8.8", 1), OTHER, PREFIX + "HotKeyNotRegisteredInNetwork")
    stage.refuses(kind(9, "8.8.8.8", 1), HOTKEY, PREFIX + "HotKeyNotRegisteredInNetwork")
    stage.does(SetHyperparameter(NETUID, "serving_rate_limit", 5), SUDO)
    done = stage.does(kind(NETUID, "8.8.8.8", 1), HOTKEY).block_number
    again = kind(NETUID, "8.8.4.4", 1)
    code = PREFIX + "ServingRateLimitExceeded"
    assert f"in block {done + 5:,}" in stage.refuses(again, HOTKEY, code)
    stage.advance_to(done + 4)
    stage.refuses(again, HOTKEY, code)
    stage.does(again, HOTKEY)
    assert stage.head.number == done + 5


@pytest.mark.parametrize(
    "make",
    [
        lambda: ServeAxon(NETUID, "example.com", 1),
        lambda: ServeAxon(NETUID, 5, 1),  # type: ignore[arg-type]
        lambda: ServeAxon(NETUID, "fe80::1%eth0", 1),
        lambda: ServeAxon(NETUID, "8.8.8.8", 65_536),
        lambda: ServeAxon(NETUID, "8.8.8.8", 1, protocol=256),
        lambda: ServeAxon(NETUID, "8.8.8.8", 1, version=1 << 32),
        lambda: ServeAxon(NETUID, "8.8.8.8", 1, certificate=b""),
        lambda: ServeAxon(NETUID, "8.8.8.8", 1, certificate=bytes(66)),
        lambda: ServePrometheus(NETUID, "8.8.8", 1),
        lambda: ResetAxon(-1),
    ],
)
def test_what_cannot_be_meant(make: Any) -> None:
    with pytest.raises(UsageError):
        make()
