"""The metadata cache: private files, with notes on whose metadata they hold."""

from __future__ import annotations

from pathlib import Path

from btsdk.metadata.cache import MetadataCache, Note

CODE = bytes(range(32))


def test_metadata_and_its_note_stand_beside_each_other(tmp_path: Path) -> None:
    cache = MetadataCache(tmp_path)
    assert cache.save(CODE, b"metadata")
    cache.note(CODE, Note("0x12", "local"))
    assert cache.load(CODE) == b"metadata"
    assert cache.notes() == [(tmp_path / f"{CODE.hex()}.note", Note("0x12", "local"))]


def test_an_unverified_signature_stays_noted(tmp_path: Path) -> None:
    cache = MetadataCache(tmp_path)
    for signatures in ("unverified", "verified"):
        cache.note(CODE, Note("0x12", "local", signatures))
    assert [note.signatures for _, note in cache.notes()] == ["unverified"]
