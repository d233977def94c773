"""The sudo key and the council as they are read; motions are read in the test of operations."""

from __future__ import annotations

from btsdk.calls import sudo
from local_node import LocalChain
from tests.unit.btsdk.ops.local import ALICE, BOB, done


def test_the_sudo_key() -> None:
    with LocalChain() as chain:
        client = chain.client
        assert client.head().sudo_key() == ALICE.ss58_address
        done(client, sudo.SetKey(new=BOB), ALICE)
        assert client.head().sudo_key() == BOB.ss58_address
        done(client, sudo.RemoveKey(), BOB)
        assert client.head().sudo_key() is None


def test_no_motions() -> None:
    with LocalChain() as chain:
        view = chain.client.head()
        assert view.proposals() == ()
        assert isinstance(view.council(), tuple)
        assert isinstance(view.senate(), tuple)
