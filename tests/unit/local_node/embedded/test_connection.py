"""A connection to a chain in this process."""

from __future__ import annotations

import pytest

from btsdk.errors import ConnectionLost
from local_node import LocalChain


def test_closing_ends_what_was_connected() -> None:
    chain = LocalChain()
    connection = chain.connect()
    chain.close()
    with pytest.raises(ConnectionLost):
        connection.receive(1)
