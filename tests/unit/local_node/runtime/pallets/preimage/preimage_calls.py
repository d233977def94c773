"""Calls of Preimage about one preimage, and what they leave."""

from __future__ import annotations

from typing import Any

from btsdk.keys.hashing import blake2_256
from chain_spec.pallets import preimage as declared
from tests.unit.local_node.runtime.support import Node

errors = declared.errors


CONTENT = b"a preimage of sorts"


HASH = blake2_256(CONTENT)


DEPOSIT = 104_000_000 + len(CONTENT) * 1_000_000  # two items and 64 bytes, and each byte


def call(name: str, **args: Any) -> Any:
    return ("Preimage", (name, args))


NOTE = call("note_preimage", bytes=CONTENT)


UNNOTE = call("unnote_preimage", hash=HASH)


def status(node: Node) -> Any:
    return node.context().get(declared.storage.RequestStatusFor, HASH)


def content(node: Node) -> bytes | None:
    return node.context().get(declared.storage.PreimageFor, (HASH, len(CONTENT)))


def requested(ticket: Any, count: int, length: int | None) -> Any:
    return ("Requested", {"maybe_ticket": ticket, "count": count, "maybe_len": length})
