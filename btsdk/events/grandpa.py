"""The events of Grandpa.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from btsdk.descriptors.records import TypedEvent


class NewAuthorities(TypedEvent, pallet="Grandpa", name="NewAuthorities", shape="d02240bb17f5d17e"):
    authority_set: list[tuple[bytes, int]]


class Paused(TypedEvent, pallet="Grandpa", name="Paused", shape="e4a6a0577479b2b4"):
    pass


class Resumed(TypedEvent, pallet="Grandpa", name="Resumed", shape="e4a6a0577479b2b4"):
    pass
