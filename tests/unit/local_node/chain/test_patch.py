"""Patches as headers tell of them: on, off, and what is none."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsdk.errors import BtError, DecodeError
from local_node.chain.block import OTHER, DigestItem, Header
from local_node.chain.patch import MARK, MEND_MARK, Patch, patch_of

hashes = st.binary(min_size=32, max_size=32)
patches = st.builds(
    Patch,
    hashes,
    st.dictionaries(st.binary(max_size=40), st.one_of(st.none(), st.binary(max_size=80))),
    st.booleans(),
)
SLOT = DigestItem(6, b"aura", bytes(8))
MADE = Header(bytes(32), 7, b"\x01" * 32, b"\x02" * 32, (SLOT,))


@given(patches, hashes)
def test_a_patch_is_read_again_and_can_be_taken_off(patch: Patch, root: bytes) -> None:
    marked = patch.on(MADE, root)
    assert marked.state_root == root
    assert marked.digest[:-1] == MADE.digest
    read = patch_of(Header.decode(marked.encode()))
    assert read == patch
    assert read is not None
    taken_off = read.off(marked)
    assert taken_off.digest == MADE.digest
    assert taken_off.state_root == patch.executed_root
    assert patch_of(taken_off) is None


def test_an_ordinary_header_tells_of_none() -> None:
    assert patch_of(MADE) is None
    note = DigestItem(OTHER, data=b"btsdk/other/1" + bytes(40))
    assert patch_of(Header(bytes(32), 7, bytes(32), bytes(32), (note,))) is None


@given(st.binary(max_size=80), st.sampled_from([MARK, MEND_MARK]))
def test_noise_behind_the_mark_is_an_error_or_a_patch(data: bytes, mark: bytes) -> None:
    header = Header(bytes(32), 7, bytes(32), bytes(32), (DigestItem(OTHER, data=mark + data),))
    with contextlib.suppress(BtError):
        assert patch_of(header) is not None


def test_what_is_cut_off_is_no_patch() -> None:
    whole = Patch(bytes(32), {b"key": b"value"}).on(MADE, bytes(32)).digest[-1].data
    for data in (whole[:-1], whole + b"\0"):
        header = Header(bytes(32), 7, bytes(32), bytes(32), (DigestItem(OTHER, data=data),))
        with pytest.raises(DecodeError):
            patch_of(header)
