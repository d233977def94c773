"""The calls of Preimage.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.calls import TypedCall

if TYPE_CHECKING:
    from btsdk.descriptors import inputs as i


class NotePreimage(TypedCall, pallet="Preimage", name="note_preimage", shape="45eabcc1e221faea"):
    bytes: i.Text


class UnnotePreimage(
    TypedCall, pallet="Preimage", name="unnote_preimage", shape="d0f11907a336b958"
):
    hash: bytes


class RequestPreimage(
    TypedCall, pallet="Preimage", name="request_preimage", shape="d0f11907a336b958"
):
    hash: bytes


class UnrequestPreimage(
    TypedCall, pallet="Preimage", name="unrequest_preimage", shape="d0f11907a336b958"
):
    hash: bytes


class EnsureUpdated(TypedCall, pallet="Preimage", name="ensure_updated", shape="3e39cc159f9307d3"):
    hashes: list[bytes]
