"""The formats of early tools."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest

from btsdk.errors import KeyFileCorrupt, WrongPassword
from btsdk.wallet import encryption, legacy

VECTORS = json.loads((Path(__file__).parents[3] / "vectors" / "key_files.json").read_text())


PLAIN = VECTORS["plain"].encode()


PASSWORD = VECTORS["password"]


def test_ansible_vault_of_the_old_tools() -> None:
    vault = VECTORS["ansible"].encode()
    assert encryption.decrypt(vault, PASSWORD, "file") == PLAIN
    with pytest.raises(WrongPassword):
        encryption.decrypt(vault, "another", "file")


@pytest.mark.parametrize(
    "vault",
    [
        b"$ANSIBLE_VAULT",
        b"$ANSIBLE_VAULT;1.1;AES256\n",
        b"$ANSIBLE_VAULT;1.1;AES256\nzz",
        b"$ANSIBLE_VAULT;1.1;AES256\n00",
        b"$ANSIBLE_VAULT;9.9;AES256\n33330a33330a3333",
    ],
)
def test_damaged_vaults(vault: bytes) -> None:
    with pytest.raises(KeyFileCorrupt):
        encryption.decrypt(vault, "p", "file")


def _fernet(password: str, iterations: int) -> bytes:
    """A token by the reference implementation, under a key made as the old tools made it."""
    fernet = pytest.importorskip("cryptography.fernet")
    from hashlib import pbkdf2_hmac

    salt = b"Iguesscyborgslikemyselfhaveatendencytobeparanoidaboutourorigins"
    key = pbkdf2_hmac("sha256", password.encode(), salt, iterations, 32)
    token: bytes = fernet.Fernet(base64.urlsafe_b64encode(key)).encrypt(PLAIN)
    return token


def test_fernet_tokens() -> None:
    token = _fernet("p", 10)
    assert legacy.open_fernet(token, "p", iterations=10) == PLAIN
    assert legacy.open_fernet(token, "q", iterations=10) is None
    changed = token[:60] + (b"B" if token[60:61] == b"A" else b"A") + token[61:]
    for broken in (token[:-4], token[:40], b"gAAAAA", changed):
        assert legacy.open_fernet(broken, "p", iterations=10) is None


@pytest.mark.slow
def test_fernet_with_all_its_iterations() -> None:
    assert encryption.decrypt(_fernet("p", 10_000_000), "p", "file") == PLAIN
