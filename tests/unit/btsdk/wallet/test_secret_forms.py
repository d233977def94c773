"""Secrets whose form is guessed."""

from __future__ import annotations

import pytest

from btsdk.errors import BtError, KeyFileCorrupt, SecretError, WrongPassword
from btsdk.keys import Keypair
from btsdk.wallet.encryption import TESTING, encrypt
from btsdk.wallet.keyfile import dump_keypair
from btsdk.wallet.keystore import seal_keystore
from btsdk.wallet.secret_forms import Form, form_of, open_secret

WORDS = "legal winner thank year wave sausage worth useful legal winner thank yellow"
KEY = Keypair.from_mnemonic(WORDS)
SEED, PRIVATE = KEY.reveal().seed or b"", KEY.reveal().private_key
PASSWORD = "a password"


def _never() -> str:
    raise AssertionError("no password is needed")


@pytest.mark.parametrize(
    ("content", "form"),
    [
        (f"  {WORDS.upper()}\n".encode(), "mnemonic"),
        (SEED.hex().encode(), "seed"),
        (f"0x{PRIVATE.hex()}".encode(), "private key"),
        (dump_keypair(KEY), "key file"),
    ],
)
def test_forms_without_a_password(content: bytes, form: Form) -> None:
    assert open_secret(content, _never) == (form, KEY)


@pytest.mark.parametrize(
    ("content", "form"),
    [
        (seal_keystore(KEY, PASSWORD).encode(), "keystore"),
        (encrypt(dump_keypair(KEY), PASSWORD, TESTING), "encrypted key file"),
    ],
)
def test_forms_with_a_password(content: bytes, form: Form) -> None:
    assert open_secret(content, lambda: PASSWORD) == (form, KEY)
    with pytest.raises(WrongPassword):
        open_secret(content, lambda: "another")


def test_a_derivation_uri() -> None:
    uri = f"{WORDS}//hard/soft"
    assert open_secret(uri.encode(), _never) == ("derivation URI", Keypair.from_uri(uri))


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", SecretError),
        (b"not a secret at all", SecretError),
        (b"0x11", SecretError),
        (b"\xff\xfe", KeyFileCorrupt),
        (b"{", KeyFileCorrupt),
        (b'{"address": "x"}', KeyFileCorrupt),
    ],
)
def test_what_is_no_secret(content: bytes, error: type[BtError]) -> None:
    with pytest.raises(error) as caught:
        open_secret(content, _never)
    assert content.decode(errors="replace") not in str(caught.value) or not content


def test_words_of_hex_digits_are_words() -> None:
    assert form_of(b"add bed dad " * 8) == "mnemonic"


def test_the_type_of_a_key_is_that_of_its_file_or_the_given_one() -> None:
    key = Keypair.from_mnemonic(WORDS, crypto="ed25519")
    for content in (WORDS.encode(), SEED.hex().encode(), dump_keypair(key)):
        assert open_secret(content, _never, crypto="ed25519")[1] == key
    assert open_secret(dump_keypair(key), _never)[1] == key
