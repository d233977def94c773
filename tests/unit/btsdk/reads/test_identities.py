"""Identities as the chain may store them; a real chain is in the tests of their operations."""

from __future__ import annotations

from btsdk.reads.identities import Identity, SubnetIdentity, identity, subnet_identity
from tests.unit.btsdk.chain import BOB, Chain
from tests.unit.btsdk.script import dev_at


def test_text_that_is_no_utf8() -> None:
    found = Identity.decoded({"name": b"\xff", "url": [104, 105]})
    assert (found.name, found.url, found.discord) == ("\ufffd", "hi", "")
    assert SubnetIdentity.decoded({"subnet_name": b"a"}) == SubnetIdentity("a")


def test_there_and_back() -> None:
    whole = SubnetIdentity("a", "b", "c", "d", "e", "f", "g", "π")
    assert SubnetIdentity.decoded(whole.encoded()) == whole
    mine = Identity("a", "b", "c", "d", "e", "f", "π")
    assert Identity.decoded(mine.encoded()) == mine


def test_none() -> None:
    script = Chain().script()
    assert script.play(identity(dev_at(), BOB)) is None
    assert script.play(subnet_identity(dev_at(), 1)) is None
