"""Accounts that need no signature, and those that ever needed none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from local_node.chain.host import ANY_SIGNATURE, Signatures
from local_node.chain.impersonation import Impersonation
from local_node.state.store import Store

ALICE, BOB = b"\x0a" * 32, b"\x0b" * 32


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store(tmp_path / "chain")) as opened:
        yield opened


def test_only_those_named_need_none(store: Store) -> None:
    signatures = Signatures()
    found = Impersonation(store, signatures)
    assert not signatures.verify(ANY_SIGNATURE, b"message", ALICE, "sr25519")
    found.accounts = [ALICE]
    assert signatures.verify(ANY_SIGNATURE, b"message", ALICE, "sr25519")
    assert not signatures.verify(ANY_SIGNATURE, b"message", BOB, "sr25519")
    found.accounts = []
    assert not signatures.verify(ANY_SIGNATURE, b"message", ALICE, "sr25519")


def test_who_ever_was_is_kept_with_the_chain(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "chain")) as store:
        found = Impersonation(store, Signatures())
        found.accounts = [BOB]
        found.accounts = [ALICE]
        found.accounts = []
        assert found.ever == {ALICE, BOB}
    with closing(Store(tmp_path / "chain")) as store:
        again = Impersonation(store, Signatures())
        assert again.ever == {ALICE, BOB}
        assert again.accounts == frozenset()


def test_for_now_leaves_nothing_behind(store: Store) -> None:
    signatures = Signatures()
    found = Impersonation(store, signatures)
    found.accounts = [ALICE]
    with found.for_now([BOB]):
        assert signatures.verify(ANY_SIGNATURE, b"message", BOB, "sr25519")
        assert signatures.verify(ANY_SIGNATURE, b"message", ALICE, "sr25519")
    assert not signatures.verify(ANY_SIGNATURE, b"message", BOB, "sr25519")
    assert found.accounts == {ALICE}
    assert found.ever == {ALICE}
