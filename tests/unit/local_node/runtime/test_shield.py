"""Opening shielded extrinsics: bytes that Bittensor's own client sealed, and our own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from kyber_py.ml_kem import ML_KEM_768

from btsdk.shield import ShieldError, key_hash, parse, seal
from local_node.runtime.shield import open_sealed

VECTORS = json.loads((Path(__file__).parents[3] / "vectors" / "shield.json").read_text())
PUBLIC = bytes.fromhex(VECTORS["encapsulation_key"])
PRIVATE = bytes.fromhex(VECTORS["decapsulation_key"])


@pytest.mark.parametrize("case", VECTORS["cases"])
def test_what_the_client_sealed_opens(case: dict[str, str]) -> None:
    parts = parse(bytes.fromhex(case["sealed"]))
    assert parts is not None
    assert parts.key_hash == key_hash(PUBLIC)
    assert open_sealed(parts, PRIVATE).hex() == case["plaintext"]


def test_only_the_right_key_opens_the_whole() -> None:
    public, private = ML_KEM_768.keygen()
    parts = parse(seal(b"an extrinsic", public))
    assert parts is not None
    assert open_sealed(parts, private) == b"an extrinsic"
    for other in (PRIVATE, private[:-1]):
        with pytest.raises(ShieldError):
            open_sealed(parts, other)
    with pytest.raises(ShieldError):
        open_sealed(parts._replace(kem_ct=b"short"), private)
    with pytest.raises(ShieldError):
        open_sealed(parts._replace(aead_ct=b"short"), private)
