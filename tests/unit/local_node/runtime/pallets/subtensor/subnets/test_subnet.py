"""The account of a subnet."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from local_node.runtime.pallets.subtensor.subnets.subnet import account_id, netuid_of_account


@given(st.integers(0, 0xFFFF))
def test_an_account_names_its_subnet(netuid: int) -> None:
    account = account_id(netuid)
    assert account[:12] == b"modlsubtensr"
    assert netuid_of_account(account) == netuid
    assert netuid_of_account(account[:31] + b"\1") is None
