"""Commitments set on a chain, read back, revealed by the beacon, and each refusal."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from btsdk import Keypair, Tao, Transfer
from btsdk.calls import commitments as calls
from btsdk.errors import UsageError
from btsdk.ops import RecycleRegister, SetCommitment, Sudo
from local_node import LocalChain
from tests.unit.btsdk.ops.local import ALICE, BOB, done, refused

HOTKEY = Keypair.from_uri("//committer")
NETUID = 1


@pytest.fixture
def chain() -> Iterator[LocalChain]:
    with LocalChain() as chain:
        register(chain)
        yield chain


def register(chain: LocalChain) -> None:
    done(chain.client, Transfer(HOTKEY.ss58_address, Tao.parse("5")), ALICE)
    done(chain.client, RecycleRegister(NETUID, HOTKEY.ss58_address), ALICE)


@pytest.mark.parametrize(
    "data", ["https://example.org/model", "é", b"\xff\x00", "a" * 128, "a" * 500]
)
def test_published_and_read(chain: LocalChain, data: str | bytes) -> None:
    client = chain.client
    assert client.head().commitment(NETUID, HOTKEY) is None
    done(client, SetCommitment(NETUID, data), HOTKEY)
    found = client.head().commitment(NETUID, HOTKEY)
    assert found is not None
    raw = data.encode() if isinstance(data, str) else data
    assert (found.data, found.hotkey, found.netuid) == (raw, HOTKEY.ss58_address, NETUID)
    assert found.text == (data if isinstance(data, str) else None)
    assert (found.block, found.reveal_round) == (client.head().number, None)
    assert client.head().commitments(NETUID) == {HOTKEY.ss58_address: found}


@pytest.mark.parametrize("kind", ["blocks", "rounds"])
def test_sealed_and_revealed(chain: LocalChain, kind: str) -> None:
    client = chain.client
    sealed = (
        SetCommitment(NETUID, "the secret", reveal_in_blocks=3)
        if kind == "blocks"
        else SetCommitment(NETUID, "the secret", reveal_in_rounds=6)
    )
    plan = client.prepare(sealed, HOTKEY)
    assert "nobody can read them before round" in plan.preview.effects[1]
    client.submit(plan)
    found = client.head().commitment(NETUID, HOTKEY)
    assert found is not None
    assert (found.data, found.text) == (None, None)
    assert found.reveal_round is not None
    assert found.reveal_round > client.head().last_drand_round()
    assert client.head().revealed_commitments(NETUID, HOTKEY) == ()
    if kind == "rounds":
        chain.travel(30)
    for _ in range(20):
        chain.advance(1)
        if client.head().revealed_commitments(NETUID, HOTKEY):
            break
    (revealed,) = client.head().revealed_commitments(NETUID, HOTKEY)
    assert (revealed.text, revealed.data) == ("the secret", b"the secret")
    assert revealed.block <= client.head().number
    assert client.head().last_drand_round() >= found.reveal_round
    assert client.head().all_revealed_commitments(NETUID) == {HOTKEY.ss58_address: (revealed,)}
    assert client.head().commitment(NETUID, HOTKEY) is None


def test_a_chain_without_a_beacon() -> None:
    with LocalChain("fast", beacon=False) as chain:
        register(chain)
        plan = chain.client.prepare(SetCommitment(NETUID, "a", reveal_in_blocks=5), HOTKEY)
        assert "the chain receives no pulses" in plan.preview.warnings[0]
        assert chain.client.prepare(SetCommitment(NETUID, "a"), HOTKEY).preview.warnings == ()


def test_the_bonds_are_reset(chain: LocalChain) -> None:
    client = chain.client
    assert client.head().last_bonds_reset(NETUID, HOTKEY) is None
    done(client, SetCommitment(NETUID, "a", reset_bonds=True), HOTKEY)
    assert client.head().last_bonds_reset(NETUID, HOTKEY) == client.head().number
    found = client.head().commitment(NETUID, HOTKEY)
    assert found is not None
    assert [field.kind for field in found.fields] == ["Raw", "ResetBondsFlag"]


def test_what_the_chain_refuses_is_foreseen(chain: LocalChain) -> None:
    client = chain.client
    assert "is not registered" in refused(client, SetCommitment(NETUID, "a"), BOB)
    done(client, Sudo(calls.SetMaxSpace(new_limit=250)), ALICE)
    done(client, SetCommitment(NETUID, "a"), HOTKEY)
    done(client, SetCommitment(NETUID, "a" * 150), HOTKEY)
    reason = refused(client, SetCommitment(NETUID, "a"), HOTKEY)
    assert "250 of 250 bytes of this epoch are used" in reason


def test_what_cannot_be() -> None:
    with pytest.raises(UsageError, match="512 bytes"):
        SetCommitment(NETUID, "a" * 513)
    with pytest.raises(UsageError, match="not both"):
        SetCommitment(NETUID, "a", 5, 5)
    with pytest.raises(UsageError, match="text or bytes"):
        SetCommitment(NETUID, 5)  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="reveal_in_blocks"):
        SetCommitment(NETUID, "a", 0)
