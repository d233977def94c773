"""An extension that declares nothing does nothing."""

from __future__ import annotations

from typing import Any

from local_node.runtime.extensions.extension import Dispatched, Extension
from local_node.runtime.frame.validity import NO_TAGS, ValidTransaction
from local_node.runtime.frame.weight import Weight


def test_it_signs_nothing_and_refuses_nothing() -> None:
    idle, nothing = Extension(), Any
    assert idle.implicit(nothing, nothing, ()) == ()
    assert idle.validate(nothing, nothing, ()) is NO_TAGS
    pre = idle.prepare(nothing, nothing, ())
    assert pre is None
    idle.after(nothing, nothing, pre, Dispatched(Weight(1), pays=True))


def test_each_step_is_given_by_itself() -> None:
    tags = ValidTransaction(priority=7)
    one = Extension(validate=lambda ctx, transaction, extra: tags, prepare=lambda *given: given[2])
    assert one.validate(Any, Any, 5) is tags
    assert one.prepare(Any, Any, 5) == 5
    assert one.implicit(Any, Any, 5) == ()
