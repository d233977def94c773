"""Extrinsics sealed to an author: to a key on its way, to a stranger's, or nothing sealed."""

from __future__ import annotations

from btsdk.shield import key_hash, seal
from chain_spec.pallets import mev_shield
from tests.simulation.actions.choices import Choices, Signed
from tests.simulation.actions.money import transfer
from tests.simulation.envelopes import STRANGER, fragment, lookalike, public_key
from tests.simulation.signing import with_length
from tests.simulation.world import call

_STAGES = (
    mev_shield.storage.NextKey,
    mev_shield.storage.PendingKey,
    mev_shield.storage.CurrentKey,
)


def envelope(on: Choices) -> Signed:
    """Mostly well made; what is inside is a transfer that nobody signed, or noise."""
    return on.coldkey(), call("MevShield", "submit_encrypted", ciphertext=_ciphertext(on))


def _ciphertext(on: Choices) -> bytes:
    kind = on.chance.choices(("sealed", "lookalike", "fragment"), (6, 2, 1))[0]
    if kind == "fragment":
        return fragment(on.chance)
    key = _key(on)
    if kind == "lookalike":
        return lookalike(on.chance, on.chance.choice((None, key_hash(key))))
    return seal(_inner(on), key)


def _key(on: Choices) -> bytes:
    known = [key for item in _STAGES if (key := on.ctx.get(item)) is not None]
    return on.chance.choice([*known, public_key(STRANGER)])


def _inner(on: Choices) -> bytes:
    bare = with_length(b"\x04" + on.encode(transfer(on)[1]))
    return on.chance.choice((bare, b"", on.chance.randbytes(100)))
