"""Plans: their options, and what may be signed of them and where."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from btsdk import Keypair, Tao, Transfer
from btsdk.errors import AmountError, InterfaceDiffers, UsageError
from btsdk.tx.prepare import PERIOD, Options, Plan
from local_node import LocalChain

ALICE = Keypair.from_uri("//Alice")
BOB = Keypair.from_uri("//Bob").ss58_address
SENT = Transfer(BOB, Tao.parse("1"))


def plan(chain: LocalChain, signer: Keypair | str = ALICE, **options: Any) -> Plan:
    return chain.client.prepare(SENT, signer, **options)


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"tip": 5}, AmountError),
        ({"period": 0}, UsageError),
        ({"nonce": -1}, UsageError),
        ({"period": 1.5}, UsageError),
    ],
)
def test_options_that_cannot_be(wrong: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        Options(**wrong)


def test_the_preview_says_what_is_signed(chain: LocalChain) -> None:
    chain.advance(3)
    prepared = plan(chain, tip=Tao.parse("0.5"))
    preview = prepared.preview
    assert (preview.network, preview.signer, preview.nonce) == ("local", ALICE.ss58_address, 0)
    assert preview.genesis_hash == chain.client.genesis_hash()
    assert preview.last_block == 3 + PERIOD - 1
    assert (preview.tip, preview.refusals, preview.differences) == (Tao.parse("0.5"), (), ())
    assert prepared.sign().unsigned == prepared.unsigned()
    assert plan(chain, period=None).preview.last_block is None


def test_amount_and_fee_have_to_be_there_together(chain: LocalChain) -> None:
    poor = Keypair.from_uri("//poor")
    chain.client.execute(Transfer(poor.ss58_address, Tao.parse("1.00001")), ALICE)
    preview = plan(chain, poor).preview
    (refusal,) = preview.refusals
    assert refusal.code == "Token.FundsUnavailable"
    assert "amount and fee need" in refusal.reason
    assert refusal.reason in preview.warnings
    nobody = plan(chain, Keypair.from_uri("//nobody")).preview
    assert any("fee and tip alone need" in warning for warning in nobody.warnings)


def test_a_key_elsewhere_signs_what_is_shown(chain: LocalChain) -> None:
    prepared = plan(chain, ALICE.ss58_address)
    with pytest.raises(UsageError, match="the plan has no signer"):
        prepared.sign()
    signed = prepared.signed(ALICE.sign(prepared.unsigned().payload))
    assert chain.client.submit(signed).error is None


def test_with_mev_protection_it_is_signed_here(chain: LocalChain) -> None:
    sealed = plan(chain, mev_protection=True)
    with pytest.raises(UsageError, match="sign on this machine"):
        sealed.unsigned()
    assert (sealed.first_nonce, sealed.preview.nonce) == (0, 1)


def test_another_nonce_changes_nothing_else(chain: LocalChain) -> None:
    prepared = plan(chain)
    assert prepared.with_nonce(0) is prepared
    later = prepared.with_nonce(4)
    assert (later.first_nonce, later.payload.call) == (4, prepared.payload.call)
    assert plan(chain, nonce=7).first_nonce == 7


def test_differences_are_accepted_before_anything_is_signed(chain: LocalChain) -> None:
    prepared = plan(chain)
    changed = replace(prepared.preview, differences=("a call has moved",))
    other = replace(prepared, preview=changed)
    with pytest.raises(InterfaceDiffers, match="a call has moved"):
        other.sign()
    accepted = other.accepting_differences()
    assert accepted.options.accept_differences
    assert accepted.sign() is not None
