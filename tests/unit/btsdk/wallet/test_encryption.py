"""The formats of encrypted files; the dear profile is met in the slow tests and with the peer."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from btsdk.errors import KeyFileCorrupt, WrongPassword
from btsdk.wallet import encryption
from btsdk.wallet.encryption import SENSITIVE, TESTING, Encryption

VECTORS = json.loads((Path(__file__).parents[3] / "vectors" / "key_files.json").read_text())


PLAIN = VECTORS["plain"].encode()


PASSWORD = VECTORS["password"]


@given(data=st.binary(max_size=200), password=st.text(max_size=40))
@settings(max_examples=25, deadline=None)
def test_round_trip(data: bytes, password: str) -> None:
    sealed = encryption.encrypt(data, password, TESTING)
    assert encryption.decrypt(sealed, password, "file") == data


def test_a_wrong_password_is_said_to_be_one() -> None:
    sealed = encryption.encrypt(PLAIN, "right", TESTING)
    with pytest.raises(WrongPassword, match="does not open") as caught:
        encryption.decrypt(sealed, "wrong-password", "some/file")
    assert caught.value.path == "some/file"
    assert "wrong-password" not in str(caught.value)


def test_each_sealing_differs() -> None:
    assert encryption.encrypt(b"x", "p", TESTING) != encryption.encrypt(b"x", "p", TESTING)


def test_files_of_the_testing_profile_are_no_nacl_files() -> None:
    sealed = encryption.encrypt(PLAIN, "p", TESTING)
    assert encryption.encryption_of(sealed) is Encryption.TESTING
    assert not sealed.startswith(b"$NACL")


def test_kinds_are_told_by_their_beginning() -> None:
    assert encryption.encryption_of(b"$NACLxyz") is Encryption.NACL
    assert encryption.encryption_of(b"$ANSIBLE_VAULT;1.1;AES256\n") is Encryption.ANSIBLE
    assert encryption.encryption_of(b"gAAAAABk") is Encryption.FERNET
    assert encryption.encryption_of(b'{"accountId"') is None


@pytest.mark.parametrize("mark", [b"$NACL", TESTING.mark.value])
def test_a_cut_file_is_said_to_be_cut_without_waiting(mark: bytes) -> None:
    with pytest.raises(KeyFileCorrupt, match="truncated"):
        encryption.decrypt(mark + bytes(39), "p", "file")


def test_plain_data_is_not_decrypted() -> None:
    with pytest.raises(KeyFileCorrupt, match="encryption is unknown"):
        encryption.decrypt(b"{}", "p", "file")


def test_the_sensitive_profile_is_libsodiums() -> None:
    from nacl.pwhash import argon2i

    assert SENSITIVE.opslimit == argon2i.OPSLIMIT_SENSITIVE
    assert SENSITIVE.memlimit == argon2i.MEMLIMIT_SENSITIVE
    assert argon2i.SALTBYTES == 16


@pytest.mark.slow
def test_nacl_file_of_bittensor_wallet() -> None:
    sealed = base64.b64decode(VECTORS["nacl_base64"])
    assert encryption.decrypt(sealed, PASSWORD, "file") == PLAIN
    ours = encryption.encrypt(PLAIN, PASSWORD)
    assert ours[:5] == b"$NACL"
    assert len(ours) == len(sealed)
