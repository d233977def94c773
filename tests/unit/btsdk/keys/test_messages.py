"""Messages and their two forms, and bytes that a chain could take for a payload."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsdk.keys import Keypair
from btsdk.keys.messages import payload_like, sign_message, verify_message, wrapped

ALICE = Keypair.from_uri("//Alice")
_TAIL = bytes((169, 1, 0, 0, 1, 0, 0, 0)) + bytes(range(1, 65))


@given(st.binary(max_size=600))
def test_a_message_verifies_in_the_form_it_was_signed_in(message: bytes) -> None:
    signature = sign_message(ALICE, message)
    assert verify_message(signature, message, ALICE.public_key) == "wrapped"
    assert verify_message(signature, wrapped(message), ALICE.public_key) == "wrapped"
    assert verify_message(signature, message + b"!", ALICE.public_key) is None
    assert not ALICE.verify(signature, message) or wrapped(message) == message


def test_bare_bytes_verify_as_raw() -> None:
    assert verify_message(ALICE.sign(b"hello"), b"hello", ALICE.public_key) == "raw"
    assert verify_message(b"", b"hello", ALICE.public_key) is None


def test_wrapping_twice_changes_nothing() -> None:
    assert wrapped(b"hello") == b"<Bytes>hello</Bytes>"
    assert wrapped(wrapped(b"hello")) == wrapped(b"hello")
    # The two tags may not share bytes, and both must be there.
    assert wrapped(b"<Bytes>") == b"<Bytes><Bytes></Bytes>"
    assert wrapped(b"<Bytes/Bytes>") == b"<Bytes><Bytes/Bytes></Bytes>"


@pytest.mark.parametrize("end", [b"", b"\0", b"\1" + bytes(range(32))])
def test_the_end_of_a_payload_is_known(end: bytes) -> None:
    assert payload_like(b"\x05\x00" + _TAIL + end)
    assert payload_like(bytes(256 - len(_TAIL + end)) + _TAIL + end)
    assert not payload_like(bytes(257 - len(_TAIL + end)) + _TAIL + end)  # this is signed hashed


def test_the_length_of_a_hashed_payload_is_known() -> None:
    assert payload_like(b"login at 2026-11-29T12:00:00.000")
    assert not payload_like(b"login at 2026-11-29T12:00:00.00")


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=300).map(str.encode))
def test_text_is_taken_for_no_payload(message: bytes) -> None:
    assert (payload_like(message) is not None) == (len(message) == 32)
