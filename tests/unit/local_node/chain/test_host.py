"""The host's side of the boundary: what calls leave behind, and signatures checked once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from btsdk.keys.keypair import Keypair
from local_node.chain import host as hosts
from local_node.chain.host import Host
from local_node.runtime.boundary import Externalities, RuntimePanic
from local_node.state.store import Store
from local_node.state.trie import EMPTY_ROOT, ordered_root
from tests.unit.local_node.state import reference


class Scripted:
    """A runtime whose one entry point is a function."""

    def __init__(self, function: Callable[[Externalities], bytes]) -> None:
        self.function = function

    def call(self, entry: str, args: bytes, ext: Externalities) -> bytes:
        return self.function(ext)


def run(function: Callable[[Externalities], bytes]) -> bytes:
    return Host(Scripted(function)).call("entry", b"", Store().state(EMPTY_ROOT))


def test_a_call_sees_its_own_writes_and_leaves_none() -> None:
    state = Store().state(EMPTY_ROOT)

    def write(ext: Externalities) -> bytes:
        assert ext.get(b"key") is None
        ext.set(b"key", b"v" * 40)
        assert ext.root() == reference.root({b"key": b"v" * 40})
        ext.begin()
        ext.set(b"other", b"w")
        assert ext.root() == reference.root({b"key": b"v" * 40, b"other": b"w"})
        ext.rollback()
        return ext.root()

    host = Host(Scripted(write))
    assert host.call("entry", b"", state) == host.call("entry", b"", state)
    assert state.get(b"key") is None


def test_transactions_left_open_are_a_panic() -> None:
    def forget(ext: Externalities) -> bytes:
        ext.begin()
        return b""

    with pytest.raises(RuntimePanic, match="1 storage transactions were left open"):
        run(forget)


def test_the_host_orders_lists_as_extrinsics() -> None:
    assert run(lambda ext: ext.ordered_root([b"a", b"b"])) == ordered_root([b"a", b"b"])


def test_a_good_signature_is_checked_once_and_a_bad_one_each_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    alice, checked = Keypair.from_uri("//Alice"), list[bytes]()
    real = hosts.verify

    def counting(signature: bytes, message: bytes, public_key: bytes, crypto: str) -> bool:
        checked.append(message)
        return real(signature, message, public_key, "sr25519")

    monkeypatch.setattr(hosts, "verify", counting)
    signature = alice.sign(b"pay")

    def check(ext: Externalities) -> bytes:
        assert ext.verify(signature, b"pay", alice.public_key)
        assert not ext.verify(signature, b"steal", alice.public_key)
        return b""

    host = Host(Scripted(check))
    for _ in range(3):
        host.call("entry", b"", Store().state(EMPTY_ROOT))
    assert checked == [b"pay", b"steal", b"steal", b"steal"]
