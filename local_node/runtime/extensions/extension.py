"""The parts of an extension, and its view of the transaction."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from local_node.runtime.frame.context import Context
from local_node.runtime.frame.dispatcher import DispatchClass
from local_node.runtime.frame.origin import CallValue
from local_node.runtime.frame.validity import NO_TAGS, ValidTransaction
from local_node.runtime.frame.weight import Weight

if TYPE_CHECKING:
    from local_node.runtime.assembly import Assembly


class Transaction(NamedTuple):
    """A signed extrinsic before dispatch.

    `length` is that of its whole encoding, `weight` that of the call and the extensions before
    dispatch.
    """

    assembly: Assembly
    signer: bytes
    call: CallValue
    kind: DispatchClass
    weight: Weight
    extension_weight: Weight
    pays: bool
    length: int


class Dispatched(NamedTuple):
    """The result of the call: the weight charged (extensions included), and whether it pays a
    fee."""

    weight: Weight
    pays: bool


def no_implicit(ctx: Context, transaction: Transaction, extra: Any) -> Any:
    return ()


def no_tags(ctx: Context, transaction: Transaction, extra: Any) -> ValidTransaction:
    return NO_TAGS


def no_preparation(ctx: Context, transaction: Transaction, extra: Any) -> Any:
    return None


def no_settling(ctx: Context, transaction: Transaction, pre: Any, done: Dispatched) -> None:
    return None


class Extension(NamedTuple):
    """One extension. `extra` is its data in the extrinsic; each step may raise `Refusal`.

    `implicit` is signed but not part of the extrinsic. `validate` changes nothing; `prepare` may,
    and its result is passed to `after` once the call is dispatched.
    """

    implicit: Callable[[Context, Transaction, Any], Any] = no_implicit
    validate: Callable[[Context, Transaction, Any], ValidTransaction] = no_tags
    prepare: Callable[[Context, Transaction, Any], Any] = no_preparation
    after: Callable[[Context, Transaction, Any, Dispatched], None] = no_settling
