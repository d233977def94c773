"""A dispatcher over `dev` in memory: texts in, texts out, no sockets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from btsdk import Batch, CreateSubnet, SubnetIdentity, Tao, Transfer
from btsdk.errors import DispatchError
from btsdk.metadata import Metadata, decode_metadata
from local_node.chain.modes import Manual
from local_node.dev.scaffold import read_scaffold
from local_node.embedded.local_chain import LocalChain
from local_node.embedded.open_chain import OpenChain
from tests.unit.local_node.rpc.desk import Desk
from tests.unit.local_node.rpc.explored import ALICE, BOB, EVIL, SCAFFOLD
from tests.unit.local_node.rpc.namespaces import raw
from tests.wire import Wire, wire


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


@pytest.fixture(scope="module")
def chain() -> Iterator[LocalChain]:
    """A subnet with three miners, a subnet with a name that is HTML, a batch and a failure."""
    with LocalChain(scaffold=read_scaffold(SCAFFOLD)) as made:
        client, bob = made.client, BOB.ss58_address
        identity = SubnetIdentity(EVIL, description="<script>")
        client.execute(CreateSubnet(ALICE.ss58_address, identity), ALICE)
        client.execute(Batch([Transfer(bob, Tao.parse("1")), Transfer(bob, Tao.parse("2"))]), ALICE)
        with pytest.raises(DispatchError):
            client.execute(Transfer(bob, Tao.parse("1000000")), ALICE)
        made.chain.mode = Manual()
        yield made


@pytest.fixture
def node(chain: LocalChain) -> Iterator[Wire]:
    with wire(chain.serve()) as connection:
        yield connection
