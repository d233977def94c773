"""Trie nodes: what the parser accepts, and what it must not fall over."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsdk.errors import DecodeError
from local_node.state.trie_node import TrieNode, decode, encode

paths = st.text("0123456789abcdef", max_size=9) | st.integers(0, 800).map(lambda size: "7" * size)
references = st.one_of(
    st.none(), st.binary(min_size=32, max_size=32), st.binary(min_size=1, max_size=31)
)
hashed = st.tuples(st.binary(min_size=32, max_size=32), st.just(True))
inline = st.tuples(st.binary(max_size=40), st.just(False))
leaves = st.builds(lambda path, value: TrieNode(path, *value), paths, hashed | inline)
branches = st.builds(
    lambda path, value, children: TrieNode(path, *value, children),
    paths,
    hashed | inline | st.just((None, False)),
    st.lists(references, min_size=16, max_size=16).filter(any),
)


@given(leaves | branches)
def test_nodes_come_back_as_they_were(node: TrieNode) -> None:
    again = decode(encode(node))
    assert (again.partial, again.value, again.hashed, again.children) == (
        node.partial,
        node.value,
        node.hashed,
        node.children,
    )


@pytest.mark.parametrize(
    ("node", "encoded"),
    [
        (TrieNode("", b""), "4000"),
        (TrieNode("abc", b"\x01"), "430abc0401"),
        (TrieNode("1" * 63, b""), "7f00" + "01" + "11" * 31 + "00"),
        (TrieNode("1" * 318, b""), "7fff00" + "11" * 159 + "00"),
        (TrieNode("ab", b"\x07" * 32, True), "22ab" + "07" * 32),
        (
            TrieNode("", b"\x02", False, [b"\x99", *[None] * 14, b"\x88"]),
            "c00180" + "0402" + "04990488",
        ),
        (
            TrieNode("f", None, False, [None, b"\x07" * 32, *[None] * 14]),
            "810f0200" + "80" + "07" * 32,
        ),
        (TrieNode("", b"\x05" * 32, True, [b"\x99", *[None] * 15]), "100100" + "05" * 32 + "0499"),
    ],
)
def test_encodings_by_hand(node: TrieNode, encoded: str) -> None:
    assert encode(node).hex() == encoded


@given(st.binary(max_size=100))
def test_noise_raises_nothing_else(data: bytes) -> None:
    try:
        node = decode(data)
    except DecodeError:
        return
    assert len(node.children) in (0, 16)


@given(leaves | branches, st.data())
def test_a_node_that_is_cut_is_refused_or_shorter(node: TrieNode, data: st.DataObject) -> None:
    encoded = encode(node)
    cut = encoded[: data.draw(st.integers(0, len(encoded) - 1))]
    with contextlib.suppress(DecodeError):
        assert encode(decode(cut)) != encoded
