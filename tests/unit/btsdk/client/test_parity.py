"""The two clients have the same methods with the same parameters, and importing them is quiet."""

from __future__ import annotations

import inspect

import pytest

from btsdk import AsyncClient, AsyncView, Client, View
from btsdk.reads import balances


def _public(cls: type) -> dict[str, object]:
    names = (name for name in dir(cls) if not name.startswith("_"))
    return {name: inspect.getattr_static(cls, name) for name in names}


@pytest.mark.parametrize(("one", "other"), [(Client, AsyncClient), (View, AsyncView)])
def test_both_kinds_have_the_same_methods(one: type, other: type) -> None:
    ours, theirs = _public(one), _public(other)
    assert ours.keys() == theirs.keys()
    for name, value in ours.items():
        if inspect.isfunction(value):
            twin = theirs[name]
            assert inspect.isfunction(twin)
            assert list(inspect.signature(value).parameters) == list(
                inspect.signature(twin).parameters
            ), name
            assert value.__doc__, name


def test_a_shared_method_looks_like_its_program() -> None:
    for cls in (View, AsyncView):
        assert cls.balance.__doc__ == balances.balance.__doc__
        bound = inspect.signature(cls.balance.__get__(object()))
        assert list(bound.parameters) == ["address"]
