"""Transfers: of an amount, with and without keeping the account, and of everything."""

from __future__ import annotations

from typing import Any

from bittensor import Balance
from stage import TAO, Stage, play

ENVELOPE = 50
"""What the SDK's quote leaves out: it is asked for a draft without tip, era and nonce, in rao."""
AUTHOR = "5Fxune7f71ZbpP2FoY3mhYcmM596Erhv1gRue4nsPwkxMR4n"


def _transfer(stage: Stage, sender: str, amount: int | None, **options: bool) -> dict[str, Any]:
    giver, taker = stage.wallet(sender), stage.wallet("//Taker")
    address = taker.coldkeypub.ss58_address
    before = stage.free(giver), stage.free(taker), stage.free(AUTHOR)
    rao = None if amount is None else Balance.from_rao(amount)
    quoted = stage.chain.get_transfer_fee(giver, address, rao, **options)
    response = stage.chain.transfer(giver, address, rao, transfer_all=amount is None, **options)
    return {
        **stage.told(response),
        "quoted": quoted,
        "paid": before[0] - stage.free(giver),
        "left": stage.free(giver),
        "received": stage.free(taker) - before[1],
        "author": stage.free(AUTHOR) - before[2],
    }


def _nearly_all(stage: Stage, sender: str, left: int, **options: bool) -> dict[str, Any]:
    """Of one TAO, transfer all but the fee and `left`."""
    wallet = stage.wallet(sender)
    stage.fund(wallet, 1)
    address = stage.wallet("//Taker").coldkeypub.ss58_address
    quoted = stage.chain.get_transfer_fee(wallet, address, Balance.from_rao(TAO // 2), **options)
    return _transfer(stage, sender, TAO - quoted.rao - ENVELOPE - left, **options)


def amount(stage: Stage) -> dict[str, Any]:
    return _transfer(stage, "//Alice", 3 * TAO, keep_alive=True)


def dust_is_reaped(stage: Stage) -> dict[str, Any]:
    """Leaves less than the existential deposit behind, which ends the account."""
    return _nearly_all(stage, "//Poor", 499, keep_alive=False)


def least_is_kept(stage: Stage) -> dict[str, Any]:
    return _nearly_all(stage, "//Thrifty", 500, keep_alive=True)


def less_is_refused(stage: Stage) -> dict[str, Any]:
    return _nearly_all(stage, "//Careless", 499, keep_alive=True)


def everything(stage: Stage) -> dict[str, Any]:
    stage.fund(stage.wallet("//Generous"), 2)
    return _transfer(stage, "//Generous", None, keep_alive=False)


def everything_but_life(stage: Stage) -> dict[str, Any]:
    stage.fund(stage.wallet("//Frugal"), 2)
    return _transfer(stage, "//Frugal", None, keep_alive=True)


play(amount, dust_is_reaped, least_is_kept, less_is_refused, everything, everything_but_life)
