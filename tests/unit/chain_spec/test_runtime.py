"""Interfaces: the codecs that are made as they are asked for, and those of the whole registry."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from random import Random
from typing import Any

import pytest

from chain_spec.declare import StorageItem
from chain_spec.features import Feature
from chain_spec.profile import Profile
from chain_spec.runtime import OUTER_CALL, Interface, build


@pytest.fixture
def fresh() -> Interface:
    """An interface that nobody has asked for a codec."""
    whole = build(Profile.FAST, frozenset(Feature))
    return Interface(whole.profile, whole.features, tuple(whole.pallets.values()))


def items(interface: Interface, seed: int) -> list[StorageItem[Any]]:
    """All storage items, in some order."""
    found = [item for pallet in interface.pallets.values() for item in pallet.storage.values()]
    Random(seed).shuffle(found)
    return found


@pytest.mark.parametrize("seed", range(3))
def test_codecs_do_not_depend_on_the_order_in_which_they_are_asked_for(
    fresh: Interface, seed: int
) -> None:
    for item in items(fresh, seed):
        mine = fresh.codec(item.value)
        whole = fresh.registry.codec(fresh.type_id(item.value))
        assert mine.fixed_size == whole.fixed_size
        if not item.optional:
            default = item.default(fresh.profile, fresh.features)
            encoded = whole.encode(default)
            assert mine.encode(default) == encoded
            assert mine.decode(encoded) == whole.decode(encoded)


def test_a_call_within_calls_comes_back(fresh: Interface) -> None:
    remark = ("System", ("remark", {"remark": b"hello"}))
    call = ("Utility", ("batch", {"calls": [remark, ("Utility", ("batch", {"calls": [remark]}))]}))
    fresh.codec(fresh.pallets["System"].storage["Account"].value)
    codec = fresh.codec(OUTER_CALL)
    encoded = codec.encode(call)
    assert encoded == fresh.registry.codec(fresh.type_id(OUTER_CALL)).encode(call)
    assert codec.decode(encoded) == call
    assert fresh.codec(OUTER_CALL) is codec


def test_threads_may_ask_at_once(fresh: Interface) -> None:
    together = threading.Barrier(4)

    def ask(seed: int) -> dict[str, int]:
        together.wait()
        return {item.full_name: fresh.codec(item.value).type_id for item in items(fresh, seed)}

    with ThreadPoolExecutor(4) as pool:
        first, *others = pool.map(ask, range(4))
    assert len(first) == len(items(fresh, 0))
    assert all(other == first for other in others)
