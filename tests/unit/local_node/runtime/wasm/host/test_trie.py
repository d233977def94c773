"""Roots of given items, and compact proofs of one of them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsdk.keys.hashing import keccak_256
from btsdk.scale.primitives import compact_encode
from local_node.runtime.boundary import RuntimePanic
from local_node.runtime.wasm.host.trie import is_proved
from local_node.state.trie_building import Builder
from local_node.state.trie_node import decode, encode, hash_of
from tests.unit.local_node.runtime.wasm.support import Bench, number, step
from tests.unit.local_node.state import reference

TRIE = "ext_trie_"
ITEMS = {b"do": b"verb", b"dog": b"puppy", b"doge": b"coin" * 20, b"horse": b"stallion"}


def listed(*items: bytes) -> bytes:
    return compact_encode(len(items)) + b"".join(compact_encode(len(i)) + i for i in items)


def paired(items: Mapping[bytes, bytes]) -> bytes:
    flat = [part for pair in items.items() for part in pair]
    return compact_encode(len(items)) + listed(*flat)[len(compact_encode(len(flat))) :]


@pytest.mark.parametrize("items", [{}, {b"": b""}, ITEMS])
def test_roots_of_maps(bench: Bench, items: dict[bytes, bytes]) -> None:
    flat, also_flat, hashed = bench.run(
        step(f"{TRIE}blake2_256_root_version_1", paired(items), gives=32),
        step(f"{TRIE}blake2_256_root_version_2", paired(items), 0, gives=32),
        step(f"{TRIE}blake2_256_root_version_2", paired(items), 1, gives=32),
    )
    assert flat == also_flat == reference.root(items, version=0)
    assert hashed == reference.root(items)


def test_roots_of_lists(bench: Bench) -> None:
    items = [b"item %d" % n * 6 for n in range(70)]
    flat, also_flat, hashed = bench.run(
        step(f"{TRIE}blake2_256_ordered_root_version_1", listed(*items), gives=32),
        step(f"{TRIE}blake2_256_ordered_root_version_2", listed(*items), 0, gives=32),
        step(f"{TRIE}blake2_256_ordered_root_version_2", listed(*items), 1, gives=32),
    )
    assert flat == also_flat == reference.ordered(items)
    assert hashed == reference.root({compact_encode(n): item for n, item in enumerate(items)})


def test_keccak_roots_are_hashed_with_keccak(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reference, "blake2", keccak_256)
    found = bench.run(
        step(f"{TRIE}keccak_256_root_version_1", paired(ITEMS), gives=32),
        step(f"{TRIE}keccak_256_root_version_2", paired(ITEMS), 1, gives=32),
        step(f"{TRIE}keccak_256_ordered_root_version_1", listed(b"a", b"b"), gives=32),
        step(f"{TRIE}keccak_256_ordered_root_version_2", listed(), 1, gives=32),
    )
    assert found[:2] == [reference.root(ITEMS, version=0), reference.root(ITEMS)]
    assert found[2:] == [reference.ordered([b"a", b"b"]), keccak_256(b"\0")]


def test_what_is_no_list_traps(bench: Bench) -> None:
    with pytest.raises(RuntimePanic, match="cut off"):
        bench.one(f"{TRIE}blake2_256_root_version_1", b"\x04\x10ab", gives=32)


# Proofs


def compact_proof(items: Mapping[bytes, bytes], key: bytes, layout: int) -> list[bytes]:
    """The nodes on the way to a key, made compact by leaving out what can be put back."""
    paths = sorted((path.hex(), value) for path, value in items.items())
    update = Builder(lambda _: pytest.fail("no old nodes"), hash_values=layout > 0).from_scratch(
        paths
    )
    proof, path, data = [], key.hex(), update.added[update.root]
    while True:
        node = decode(data)
        path = path[len(node.partial) :]
        if not path:
            node.value, node.hashed = b"", False
            return [*proof, encode(node)]
        place, path = int(path[0], 16), path[1:]
        below = node.children[place]
        assert isinstance(below, bytes)
        if len(below) < 32:
            pytest.skip("the node lies in the one above it, and needs no place of its own")
        node.children[place] = b""
        proof.append(encode(node))
        data = update.added[below]


@given(
    st.dictionaries(st.binary(max_size=4), st.binary(min_size=33, max_size=60), min_size=1),
    st.sampled_from([0, 1]),
    st.data(),
)
def test_proofs_show_what_is_there_and_nothing_else(
    items: dict[bytes, bytes], layout: int, data: st.DataObject
) -> None:
    key = data.draw(st.sampled_from(sorted(items)))
    root = reference.root(items, version=layout)
    try:
        proof = compact_proof(items, key, layout)
    except pytest.skip.Exception:
        return
    value = items[key]
    assert is_proved(root, proof, key, value, layout, hash_of)
    assert not is_proved(root, proof, key, value + b".", layout, hash_of)
    assert not is_proved(root, proof, key + b".", value, layout, hash_of)
    assert not is_proved(bytes(32), proof, key, value, layout, hash_of)
    assert not is_proved(root, [*proof, proof[-1]], key, value, layout, hash_of)
    assert not is_proved(root, proof[:-1], key, value, layout, hash_of)


def test_nodes_inside_of_others_are_walked_through() -> None:
    """Short values keep their nodes in the one above; only what is left out is put back."""
    items = {b"a": b"1", b"b": b"2"}
    [(root, data)] = (
        Builder(lambda _: pytest.fail("no old nodes"))
        .from_scratch(sorted((key.hex(), value) for key, value in items.items()))
        .added.items()
    )
    node = decode(data)
    inner = decode(node.children[1])  # type: ignore[arg-type]
    inner.value = b""
    node.children[1] = encode(inner)
    assert is_proved(root, [encode(node)], b"a", b"1", 1, hash_of)
    assert not is_proved(root, [encode(node)], b"a", b"2", 1, hash_of)
    assert not is_proved(root, [data], b"a", b"1", 1, hash_of)


def test_proofs_cross_the_boundary(bench: Bench) -> None:
    items = {b"alpha": b"1" * 40, b"beta": b"2" * 40}
    arguments = {
        layout: (
            reference.root(items, version=layout),
            listed(*compact_proof(items, b"beta", layout)),
            b"beta",
        )
        for layout in (0, 1)
    }
    good, name = b"2" * 40, f"{TRIE}blake2_256_verify_proof_version_"
    found = bench.run(
        step(name + "1", *arguments[0], good),
        step(name + "2", *arguments[0], good, 0),
        step(name + "2", *arguments[1], good, 1),
        step(name + "2", *arguments[1], b"bad", 1),
        step(f"{TRIE}keccak_256_verify_proof_version_1", *arguments[0], good),
        step(f"{TRIE}keccak_256_verify_proof_version_2", *arguments[0], good, 0),
    )
    assert [number(answer) for answer in found] == [1, 1, 1, 0, 0, 0]
