"""A dispatcher over `dev` in memory: texts in, texts out, no sockets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from btsdk.metadata import Metadata, decode_metadata
from local_node.chain.modes import Manual
from local_node.embedded.open_chain import OpenChain
from tests.unit.local_node.rpc.desk import Desk
from tests.unit.local_node.rpc.namespaces import raw


@pytest.fixture(scope="module")
def hosted() -> Iterator[OpenChain]:
    """Five blocks on the genesis; no more come unless a test makes them."""
    opened = OpenChain(None)
    opened.chain.mode = Manual()
    for _ in range(5):
        opened.chain.author_block()
    yield opened
    opened.close()


@pytest.fixture
def desk(hosted: OpenChain) -> Desk:
    return Desk(hosted)


@pytest.fixture
def metadata(desk: Desk) -> Metadata:
    return decode_metadata(raw(desk.ask("state_getMetadata")))
