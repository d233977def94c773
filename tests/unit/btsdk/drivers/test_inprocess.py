"""The entry point of the chain in the box."""

from __future__ import annotations

import pytest

from btsdk.drivers import inprocess
from btsdk.errors import ConnectError


def test_an_unknown_name_says_what_to_do() -> None:
    with pytest.raises(ConnectError) as raised:
        inprocess.find("no-such-chain")
    assert "btsdk.transports" in str(raised.value)
    assert raised.value.hint


def test_the_local_chain_is_registered() -> None:
    pytest.importorskip("local_node.embedded")
    assert callable(inprocess.find("local"))
