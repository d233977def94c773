"""Headers and bodies, byte for byte as Substrate writes them."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsdk.errors import DecodeError
from btsdk.keys.hashing import blake2_256
from local_node.chain.block import (
    AURA,
    CONSENSUS,
    ENVIRONMENT_UPDATED,
    OTHER,
    PRE_RUNTIME,
    SEAL,
    Block,
    DigestItem,
    Header,
    decode_body,
    encode_body,
)

hashes = st.binary(min_size=32, max_size=32)
items = st.one_of(
    st.builds(DigestItem, st.just(OTHER), st.just(b""), st.binary(max_size=70)),
    st.builds(
        DigestItem,
        st.sampled_from([CONSENSUS, SEAL, PRE_RUNTIME]),
        st.binary(min_size=4, max_size=4),
        st.binary(max_size=70),
    ),
    st.just(DigestItem(ENVIRONMENT_UPDATED)),
)
headers = st.builds(
    Header,
    hashes,
    st.integers(0, 2**32 - 1),
    hashes,
    hashes,
    st.lists(items, max_size=4).map(tuple),
)
extrinsics = st.lists(
    st.binary(max_size=90).map(lambda body: encode_body([bytes([len(body)])])[:0] + _framed(body)),
    max_size=4,
).map(tuple)


def _framed(body: bytes) -> bytes:
    from btsdk.scale.primitives import compact_encode

    return compact_encode(len(body)) + body


def test_a_header_is_written_field_by_field() -> None:
    slot = DigestItem(PRE_RUNTIME, AURA, (5).to_bytes(8, "little"))
    header = Header(b"\x01" * 32, 69, b"\x02" * 32, b"\x03" * 32, (slot,))
    assert header.encode().hex() == (
        "01" * 32 + "1501" + "02" * 32 + "03" * 32 + "04" + "0661757261" + "20" + "0500000000000000"
    )
    assert header.hash == blake2_256(header.encode())
    assert header.slot == 5


def test_the_seal_counts_for_the_hash_and_not_for_the_runtime() -> None:
    bare = Header(bytes(32), 1, bytes(32), bytes(32), (DigestItem(PRE_RUNTIME, AURA, bytes(8)),))
    sealed = bare.sealed(DigestItem(SEAL, AURA, b"s" * 64))
    assert sealed.hash != bare.hash
    assert sealed.unsealed() == bare
    assert bare.seal is None
    assert bare.unsealed() is bare


@given(headers, extrinsics)
def test_blocks_come_back_as_they_were(header: Header, body: tuple[bytes, ...]) -> None:
    block = Block(header, body)
    assert Block.decode(block.encode()) == block
    assert Header.decode(header.encode()) == header
    assert decode_body(encode_body(body)) == body


@given(headers, st.data())
def test_a_header_that_is_cut_is_refused(header: Header, data: st.DataObject) -> None:
    encoded = header.encode()
    length = data.draw(st.integers(0, len(encoded) - 1))
    with pytest.raises(DecodeError):
        Header.decode(encoded[:length])
    with pytest.raises(DecodeError):
        Header.decode(encoded + b"\x00")


@pytest.mark.parametrize("decode", [Header.decode, Block.decode, decode_body])
@given(data=st.binary(max_size=200))
def test_noise_raises_nothing_else(decode: Callable[[bytes], object], data: bytes) -> None:
    with contextlib.suppress(DecodeError):
        decode(data)
