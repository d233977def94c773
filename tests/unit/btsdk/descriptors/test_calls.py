"""Typed calls: what they are encoded to."""

from __future__ import annotations

import pytest

from btsdk import calls
from btsdk.metadata import Metadata
from btsdk.units import Alpha, Tao

BOB = b"b" * 32


def test_a_call_is_encoded_from_its_typed_fields(chain: Metadata) -> None:
    call = calls.balances.TransferKeepAlive(dest=BOB, value=Tao(rao=5))
    assert (call.pallet, call.name) == ("Balances", "transfer_keep_alive")
    assert call.encode(chain) == b"\x05\x03\x00" + BOB + b"\x14"
    positional = calls.balances.TransferKeepAlive(BOB, Tao(rao=5))
    assert positional == call
    assert hash(positional) == hash(call)


def test_alpha_and_netuid_go_in_as_they_are(chain: Metadata) -> None:
    call = calls.subtensor.RemoveStake(hotkey=BOB, netuid=1, amount_unstaked=Alpha(rao=7, netuid=1))
    assert call.encode(chain) == b"\x07\x03" + BOB + b"\x01\x00" + (7).to_bytes(8, "little")


def test_calls_inside_calls(chain: Metadata) -> None:
    inner = calls.system.Remark(remark=b"x")
    whole = calls.utility.BatchAll(calls=[inner, calls.proxy.RemoveProxies()])
    assert whole.encode(chain) == bytes([11, 2, 2 << 2]) + inner.encode(chain) + bytes([16, 3])
    sudo = calls.sudo.Sudo(call=inner)
    assert sudo.encode(chain) == bytes([12, 0]) + inner.encode(chain)


def test_modules_load_when_they_are_named() -> None:
    assert "balances" in calls.__all__
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        calls.nothing  # noqa: B018
