"""`CheckWeight`: the weight and length limits of a block and of each dispatch class."""

from __future__ import annotations

from typing import Any

from local_node.runtime.extensions.extension import Dispatched, Extension, Transaction
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.validity import NO_TAGS, ValidTransaction
from local_node.runtime.pallets.system import limits


def validate(ctx: Context, transaction: Transaction, extra: Any) -> ValidTransaction:
    limits.check_extrinsic(ctx, transaction.kind, transaction.weight, transaction.length)
    return NO_TAGS


def prepare(ctx: Context, transaction: Transaction, extra: Any) -> None:
    limits.take_up(ctx, transaction.kind, transaction.weight, transaction.length)


def after(ctx: Context, transaction: Transaction, pre: Any, done: Dispatched) -> None:
    limits.reduce(ctx, transaction.kind, transaction.weight.minus(done.weight))


CHECK_WEIGHT = Extension(validate=validate, prepare=prepare, after=after)
