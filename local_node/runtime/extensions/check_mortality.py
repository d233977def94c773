"""`CheckMortality`: the number of blocks for which an extrinsic is valid.

The hash of the era's first block is part of the signed payload. An era that has ended, or that
starts in the future, refers to a block whose hash is not stored: `AncientBirthBlock`.
"""

from __future__ import annotations

from typing import Any

from chain_spec.pallets import system
from local_node.runtime.extensions.extension import Extension, Transaction
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.validity import U64_MAX, ValidTransaction, invalid

MAX_SHIELD_PERIOD = 8
"""The longest era of a shielded extrinsic, in blocks: its key is not valid for longer."""

EraValue = Any
"""`"Immortal"`, or `("Mortal", (period, phase))`."""


def birth(era: EraValue, current: int) -> int:
    """The first block of the era, as seen from `current`."""
    if era == "Immortal":
        return 0
    period, phase = era[1]
    begin: int = (max(current, phase) - phase) // period * period + phase
    return begin


def death(era: EraValue, current: int) -> int:
    """The first block after the era."""
    if era == "Immortal":
        return U64_MAX
    period: int = era[1][0]
    return birth(era, current) + period


def implicit(ctx: Context, transaction: Transaction, extra: EraValue) -> bytes:
    found = ctx.find(system.storage.BlockHash, birth(extra, ctx.block_number))
    if found is None:
        raise invalid("AncientBirthBlock")
    return found


def validate(ctx: Context, transaction: Transaction, extra: EraValue) -> ValidTransaction:
    if _is_shielded(transaction) and _is_long(extra):
        raise invalid("Stale")
    current = ctx.block_number
    return ValidTransaction(longevity=max(death(extra, current) - current, 0))


def _is_shielded(transaction: Transaction) -> bool:
    pallet, call = transaction.call
    return pallet == "MevShield" and call[0] == "submit_encrypted"


def _is_long(era: EraValue) -> bool:
    return bool(era == "Immortal" or era[1][0] > MAX_SHIELD_PERIOD)


CHECK_MORTALITY = Extension(implicit=implicit, validate=validate)
