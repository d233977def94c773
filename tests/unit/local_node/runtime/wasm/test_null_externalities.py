"""An empty state, for reading the version of a runtime."""

from __future__ import annotations

import pytest

from btsdk.keys import Keypair
from local_node.runtime.wasm.call import HostError
from local_node.runtime.wasm.null_externalities import NullExternalities
from local_node.state.trie import EMPTY_ROOT
from local_node.state.trie_building import ordered_root

ALICE = Keypair.from_uri("//Alice")


def test_it_is_empty_and_what_is_written_is_lost_with_it() -> None:
    nothing = NullExternalities(b"code")
    assert (nothing.code, nothing.get(b"key"), nothing.root()) == (b"code", None, EMPTY_ROOT)
    nothing.set(b"key", b"value")
    assert nothing.get(b"key") == b"value"
    assert nothing.root() != EMPTY_ROOT
    nothing.delete(b"key")
    assert nothing.root() == EMPTY_ROOT
    assert NullExternalities(b"code").get(b"key") is None


def test_it_checks_signatures_and_orders_lists() -> None:
    nothing = NullExternalities(b"")
    assert nothing.verify(ALICE.sign(b"x"), b"x", ALICE.public_key)
    assert not nothing.verify(ALICE.sign(b"x"), b"y", ALICE.public_key)
    assert nothing.ordered_root([b"a", b"b"]) == ordered_root([b"a", b"b"])


def test_it_has_no_child_tries() -> None:
    with pytest.raises(HostError, match="no child tries"):
        NullExternalities(b"").child(b"key")
