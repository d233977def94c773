"""The trie against an independent one: roots, order, proofs, differences, nodes kept."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from local_node.state.trie import EMPTY_ROOT, MissingNode, ordered_root
from tests.unit.local_node.state import reference
from tests.unit.local_node.state.memory import Growing

VECTORS = Path(__file__).parents[3] / "vectors" / "trie.json"

keys = st.one_of(
    st.binary(max_size=3),
    st.lists(st.sampled_from([b"\x00", b"\x01", b"\x10", b"\xff"]), max_size=5).map(b"".join),
    st.binary(min_size=1, max_size=2).map(lambda key: b"long" * 40 + key),
)
values = st.one_of(
    st.binary(max_size=4),
    st.binary(min_size=28, max_size=36),
    st.sampled_from([b"same long value " * 3, b""]),
)
contents = st.dictionaries(keys, values, max_size=24)
batches = st.lists(
    st.dictionaries(keys, st.one_of(st.none(), values), max_size=12), min_size=1, max_size=5
)


def vectors() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(VECTORS.read_text())
    return loaded


def apply(content: dict[bytes, bytes], changes: dict[bytes, bytes | None]) -> None:
    for key, value in changes.items():
        if value is None:
            content.pop(key, None)
        else:
            content[key] = value


def test_the_empty_trie_has_the_published_root() -> None:
    assert EMPTY_ROOT.hex() == vectors()["empty"]
    assert Growing().apply({}).hex() == vectors()["empty"]


@pytest.mark.parametrize("case", vectors()["states"])
def test_published_state_roots(case: dict[str, Any]) -> None:
    content = {key.encode(): value.encode() for key, value in case["content"].items()}
    assert Growing().apply({**content}).hex() == case["root"]
    assert reference.root(content).hex() == case["root"]


@pytest.mark.parametrize("case", vectors()["lists"])
def test_published_extrinsics_roots(case: dict[str, Any]) -> None:
    items = [bytes.fromhex(item[2:]) for item in case["items"]]
    assert ordered_root(items).hex() == case["root"]
    assert reference.ordered(items).hex() == case["root"]


@given(st.lists(st.binary(max_size=70), max_size=70))
def test_ordered_roots_agree_with_the_reference(items: list[bytes]) -> None:
    assert ordered_root(items) == reference.ordered(items)


@settings(max_examples=50)
@given(batches)
def test_incremental_roots_agree_with_the_reference(
    changes: list[dict[bytes, bytes | None]],
) -> None:
    growing, content = Growing(), dict[bytes, bytes]()
    for batch in changes:
        apply(content, batch)
        assert growing.apply(batch) == reference.root(content)
        for key in {*content, *batch}:
            assert growing.trie.get(growing.root, key) == content.get(key)


@settings(max_examples=50)
@given(batches)
def test_counts_name_exactly_the_nodes_of_the_newest_trie(
    changes: list[dict[bytes, bytes | None]],
) -> None:
    growing = Growing()
    for batch in changes:
        growing.apply(batch)
    used = Counter(node for node, _ in growing.trie.references(growing.root))
    assert +growing.nodes.references == used
    assert set(growing.nodes.data) == set(used)


@given(contents, st.binary(max_size=2), st.one_of(st.none(), keys), st.integers(0, 30))
def test_keys_come_in_order(
    content: dict[bytes, bytes], prefix: bytes, after: bytes | None, count: int
) -> None:
    growing = Growing()
    root = growing.apply({**content})
    expected = sorted(
        key for key in content if key.startswith(prefix) and (after is None or key > after)
    )
    assert growing.trie.keys(root, prefix, after, count) == expected[:count]
    assert list(growing.trie.items(root, prefix, after)) == [(k, content[k]) for k in expected]


@given(contents, st.lists(keys, max_size=6))
def test_proofs_show_presence_and_absence(content: dict[bytes, bytes], asked: list[bytes]) -> None:
    growing = Growing()
    root = growing.apply({**content})
    proof = growing.trie.proof(root, asked)
    assert proof == sorted(set(proof))
    for key in asked:
        assert reference.prove(root, proof, key) == content.get(key)


@given(contents.filter(bool), st.data())
def test_every_node_of_a_proof_is_needed(content: dict[bytes, bytes], data: st.DataObject) -> None:
    growing = Growing()
    root = growing.apply({**content})
    key = data.draw(st.sampled_from(sorted(content)))
    proof = growing.trie.proof(root, [key])
    for left_out in proof:
        with pytest.raises(reference.BadProof):
            reference.prove(root, [node for node in proof if node != left_out], key)


@settings(max_examples=60)
@given(contents, batches)
def test_difference_leads_from_one_trie_to_the_other(
    content: dict[bytes, bytes], changes: list[dict[bytes, bytes | None]]
) -> None:
    growing = Growing(keep_all=True)
    old = growing.apply({**content})
    after = dict(content)
    for batch in changes:
        growing.apply(batch)
        apply(after, batch)
    there = growing.trie.difference(old, growing.root)
    back = growing.trie.difference(growing.root, old)
    assert there == {
        key: after.get(key) for key in {*content, *after} if content.get(key) != after.get(key)
    }
    assert back == {key: content.get(key) for key in there}


def test_a_missing_node_is_named() -> None:
    growing = Growing()
    root = growing.apply({bytes([index]): bytes(40) for index in range(20)})
    growing.nodes.data.clear()
    with pytest.raises(MissingNode, match=root.hex()):
        growing.trie.get(root, b"\x01")


def test_an_update_that_changes_nothing_adds_nothing() -> None:
    growing = Growing()
    root = growing.apply({b"key": b"value" * 10, b"other": b"short"})
    update = growing.trie.update(root, {b"key": b"value" * 10, b"absent": None})
    assert (update.root, update.added, update.removed) == (root, {}, [])
