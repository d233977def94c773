"""Types of Aura, Grandpa and Babe."""

from __future__ import annotations

from chain_spec.apis import grandpa
from chain_spec.profile import Profile
from chain_spec.runtime import build
from chain_spec.types.consensus import GrandpaEquivocationOf, Precommit, Prevote, StoredState

INTERFACE = build(Profile.SLOW)


def test_an_equivocation_has_two_signed_votes_of_its_kind() -> None:
    own = GrandpaEquivocationOf(Precommit)
    assert [field.name for field in own.fields] == ["round_number", "identity", "first", "second"]
    for field in own.fields[2:]:
        assert field.type.label == "(V, S)"
    assert dict(own.params)["V"] is Precommit
    assert dict(GrandpaEquivocationOf(Prevote).params)["V"] is Prevote


def test_the_proof_that_the_api_takes_is_encoded() -> None:
    (proof, _) = grandpa.api.methods[
        "submit_report_equivocation_unsigned_extrinsic"
    ].inputs.values()
    codec = INTERFACE.codec(proof)
    zero = proof.zero()
    data = codec.encode(zero)
    # set id, kind of vote, round, identity, two votes (hash and number) with signatures
    assert len(data) == 8 + 1 + 8 + 32 + 2 * (32 + 4 + 64)
    assert codec.decode(data) == zero


def test_the_state_of_a_pause_says_when() -> None:
    codec = INTERFACE.codec(StoredState)
    assert codec.encode("Live") == b"\x00"
    assert codec.decode(b"\x01" + bytes([5, 0, 0, 0, 7, 0, 0, 0])) == (
        "PendingPause",
        {"scheduled_at": 5, "delay": 7},
    )
