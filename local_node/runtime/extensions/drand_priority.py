"""`DrandPriority`: the priority of beacon pulses over ordinary extrinsics."""

from __future__ import annotations

from typing import Any

from local_node.runtime.extensions.extension import Extension, Transaction
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.validity import NO_TAGS, ValidTransaction

PULSE_PRIORITY = 10_000


def validate(ctx: Context, transaction: Transaction, extra: Any) -> ValidTransaction:
    pallet, call = transaction.call
    if pallet == "Drand" and call[0] == "write_pulse":
        return ValidTransaction(priority=PULSE_PRIORITY)
    return NO_TAGS


DRAND_PRIORITY = Extension(validate=validate)
