"""The part of `wallet check` about cached metadata.

Metadata comes from the endpoint. A chain with `CheckMetadataHash` refuses a signature that was made
with other metadata than its own; a signature without that hash relies on the endpoint alone.
"""

from __future__ import annotations

import shlex
from typing import Annotated, TypedDict

from btsdk.metadata.cache import MetadataCache, Note, default_folder
from btsdk.wallet import Finding
from btsdk.wallet.checking import Problem


class CachedMetadataDocument(TypedDict):
    """The cached metadata of one runtime."""

    network: str
    genesis_hash: str
    verified: Annotated[bool, "whether a block included a signature that commits to it"]
    signed_unverified: bool


def findings() -> list[Finding]:
    """Signatures with unverified metadata, and a cache that other users can write."""
    folder = default_folder()
    cache = MetadataCache(folder)
    if cache.others_may_write():
        message = "other users can write to the metadata cache; it is not used"
        remedy = f"chmod go-w {shlex.quote(str(folder))}"
        return [Finding(Problem.OPEN_FOLDER, folder, message, remedy)]
    return [
        Finding(
            Problem.UNVERIFIED,
            path,
            f"a transaction was signed for {_whose(note)} with metadata that the chain did not "
            "verify: check what it did",
            f"rm {shlex.quote(str(path))}",
        )
        for path, note in cache.notes()
        if note.signatures == "unverified"
    ]


def document() -> list[CachedMetadataDocument]:
    """All cached metadata, and whether the chain has verified a signature with it."""
    return [
        {
            "network": note.network,
            "genesis_hash": note.genesis,
            "verified": note.signatures == "verified",
            "signed_unverified": note.signatures == "unverified",
        }
        for _, note in MetadataCache(default_folder()).notes()
    ]


def unverified_note() -> str | None:
    """The networks whose cached metadata no signature has verified yet; this is no problem."""
    notes = [note for _, note in MetadataCache(default_folder()).notes()]
    names = sorted({_whose(note) for note in notes if not note.signatures})
    if not names:
        return None
    return f"Cached metadata not yet verified by the chain: {', '.join(names)}."


def _whose(note: Note) -> str:
    return f"{note.network} (genesis {note.genesis[:10]}…)"
