"""Decryption of key files of early tools; these formats are no longer written.

None means that the password or the content is wrong: the formats cannot tell which.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac

from btsdk.errors import KeyFileCorrupt

_FERNET_SALT = b"Iguesscyborgslikemyselfhaveatendencytobeparanoidaboutourorigins"
_FERNET_ITERATIONS = 10_000_000
_FERNET_VERSION = 0x80
_FERNET_HEADER = 1 + 8  # version, time
_ANSIBLE_ITERATIONS = 10_000
_BLOCK = 16
_DIGEST = 32


def open_fernet(data: bytes, password: str, iterations: int = _FERNET_ITERATIONS) -> bytes | None:
    """Open a Fernet token under a PBKDF2 key: AES-128-CBC, then HMAC-SHA256 over everything before
    it.

    Ten million iterations take some seconds.
    """
    from Crypto.Cipher import AES  # noqa: PLC0415 - only for files of that age

    try:
        token = base64.urlsafe_b64decode(data)
    except binascii.Error:
        return None
    if len(token) < _FERNET_HEADER + 2 * _BLOCK + _DIGEST or token[0] != _FERNET_VERSION:
        return None
    key = hashlib.pbkdf2_hmac("sha256", password.encode(), _FERNET_SALT, iterations, 32)
    body, tag = token[:-_DIGEST], token[-_DIGEST:]
    if not hmac.compare_digest(hmac.digest(key[:16], body, "sha256"), tag):
        return None
    start = _FERNET_HEADER + _BLOCK
    if (len(body) - start) % _BLOCK:
        return None
    cipher = AES.new(key[16:], AES.MODE_CBC, iv=body[_FERNET_HEADER:start])
    return _unpadded(cipher.decrypt(body[start:]))


def open_ansible(data: bytes, password: str, path: str) -> bytes | None:
    """Open an Ansible Vault 1.1: salt, HMAC and AES-256-CTR text, each in hex, and all of that in
    hex."""
    from Crypto.Cipher import AES  # noqa: PLC0415 - only for files of that age

    try:
        header, *lines = data.split()
        version, cipher_name = header.split(b";")[1:3]
        salt, tag, sealed = map(
            binascii.unhexlify, binascii.unhexlify(b"".join(lines)).split(b"\n", 2)
        )
    except (binascii.Error, ValueError):
        raise KeyFileCorrupt(path, "it is not a whole Ansible vault") from None
    if version not in (b"1.1", b"1.2") or cipher_name != b"AES256":
        raise KeyFileCorrupt(path, "its vault has another version or cipher than 1.1 and AES256")
    keys = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, _ANSIBLE_ITERATIONS, 80)
    if not hmac.compare_digest(hmac.digest(keys[32:64], sealed, "sha256"), tag):
        return None
    cipher = AES.new(keys[:32], AES.MODE_CTR, nonce=b"", initial_value=keys[64:])
    return _unpadded(cipher.decrypt(sealed))


def _unpadded(plain: bytes) -> bytes | None:
    """Without PKCS#7 padding, which the authenticated formats always have."""
    count = plain[-1] if plain else 0
    if not 1 <= count <= _BLOCK or plain[-count:] != bytes([count]) * count:
        return None
    return plain[:-count]
