"""A `SubstrateInterface` for the endpoint of a client."""

from __future__ import annotations

import pytest

from btsdk.errors import InteropError
from btsdk.interop import substrate


def test_without_an_endpoint_no_substrate_interface() -> None:
    with pytest.raises(InteropError) as raised:
        substrate("/home/somebody/chain.db")
    assert "node start" in (raised.value.hint or "")
