"""The check whether the bundled runtime can continue a state that another runtime made.

It can if the spec version is one of its own, and if the declarations agree: every call, the
extensions of an extrinsic, and for the pallets implemented here their storage and constants. The
state of other pallets is left as it is; nothing here reads or writes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain, combinations
from typing import Final, TypeVar

from btsdk.descriptors.compatibility import call_shape, storage_shape
from btsdk.metadata import Metadata
from btsdk.metadata.model import PalletMetadata
from chain_spec.features import Feature
from chain_spec.metadata import metadata
from chain_spec.profile import Profile
from chain_spec.runtime import Interface, build
from local_node.runtime.bundled import PALLETS
from local_node.runtime.executive.core import Core

T = TypeVar("T")

_TOUCHED: Final = frozenset(pallet.declaration.name for pallet in PALLETS)
"""The pallets implemented here."""

_VERSION: Final = ("System", "Version")
"""The constant of which only the spec version is compared."""


def marker(interface: Interface) -> bytes:
    """The value of `:code` if the bundled runtime runs this interface."""
    return Core(interface).code_marker()


def nearest(spec_version: int, theirs: Metadata) -> tuple[Interface, list[str]]:
    """The bundled interface that agrees best, and the disagreements, in words."""
    versioned = [each for each in _interfaces() if each.spec_version == spec_version]
    if not versioned:
        base = build(Profile.SLOW, frozenset())
        words = f"its spec_version is {spec_version}, and the bundled runtime's {base.spec_version}"
        return base, [words, *differences(metadata(base), theirs)]
    found = [(each, list(differences(metadata(each), theirs))) for each in versioned]
    return min(found, key=lambda pair: len(pair[1]))


def differences(ours: Metadata, theirs: Metadata) -> Iterator[str]:
    """The differences between the declarations of two runtimes; `ours` is the bundled one."""
    for name, mine, other in _pairs(ours.pallets, theirs.pallets):
        if mine is None or other is None:
            yield f"pallet {name} is {_where(mine)}"
        else:
            yield from _of_pallet(mine, other, ours, theirs)
    signed = [
        [extension.identifier for extension in each.extrinsic.extensions] for each in (ours, theirs)
    ]
    if signed[0] != signed[1]:
        yield "extrinsics have other extensions"


def _of_pallet(
    mine: PalletMetadata, other: PalletMetadata, ours: Metadata, theirs: Metadata
) -> Iterator[str]:
    name = mine.name
    if mine.index != other.index:
        yield f"pallet {name} has index {other.index}, and {mine.index} in the bundled runtime"
    for call, mine_call, their_call in _pairs(mine.calls, other.calls):
        if mine_call is None or their_call is None:
            yield f"call {name}.{call} is {_where(mine_call)}"
        elif mine_call.index != their_call.index or (
            call_shape(ours, mine_call).hash != call_shape(theirs, their_call).hash
        ):
            yield f"call {name}.{call} is encoded differently"
    if name in _TOUCHED:
        yield from _of_state(mine, other, ours, theirs)


def _of_state(
    mine: PalletMetadata, other: PalletMetadata, ours: Metadata, theirs: Metadata
) -> Iterator[str]:
    name = mine.name
    for item, left, right in _pairs(mine.storage, other.storage):
        if left is None or right is None:
            yield f"{name}.{item} is {_where(left)}"
        elif (left.prefix, left.default) != (right.prefix, right.default) or (
            storage_shape(ours, left).hash != storage_shape(theirs, right).hash
        ):
            yield f"{name}.{item} has a different type or default"
    for constant, value, their_value in _pairs(mine.constants, other.constants):
        if value is None or their_value is None:
            yield f"constant {name}.{constant} is {_where(value)}"
        elif value.value != their_value.value and (name, constant) != _VERSION:
            yield f"constant {name}.{constant} has a different value"


def _pairs(
    ours: Mapping[str, T], theirs: Mapping[str, T]
) -> Iterator[tuple[str, T | None, T | None]]:
    for name in {**ours, **theirs}:
        yield name, ours.get(name), theirs.get(name)


def _where(mine: object | None) -> str:
    return "unknown to the bundled runtime" if mine is None else "unknown to the remote's"


def _interfaces() -> Iterator[Interface]:
    """All interfaces of the bundled runtime, the common ones first."""
    features = list(Feature)
    sets = chain.from_iterable(combinations(features, size) for size in range(len(features) + 1))
    for chosen in sets:
        for profile in Profile:
            yield build(profile, frozenset(chosen))
