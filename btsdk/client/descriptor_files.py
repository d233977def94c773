"""Typed descriptors of any chain, written from a live endpoint or from a file of metadata."""

from __future__ import annotations

from pathlib import Path

from btsdk.codegen.folder import write_package
from btsdk.codegen.names import snake_case
from btsdk.codegen.package import descriptors, runtime_of
from btsdk.codegen.source import read_metadata
from btsdk.errors import DecodeError, MetadataFileError
from btsdk.metadata import Metadata
from btsdk.networks import NETWORKS


def write_descriptors(source: str | Path | Metadata, out: str | Path | None = None) -> Path:
    """Write a package of typed descriptors, and return its folder.

    `source` is an endpoint (`wss://…`), a network's name, a file of metadata (raw, 0x-hex, or a
    JSON-RPC answer), or metadata itself, such as `view.metadata`. `out` is by default a folder with
    the runtime's name in the working directory; a package that was written before is replaced. The
    package has `calls`, `storage`, `constants`, `events`, `errors`, `values`, and `apis` where the
    metadata has them (version 15); its items go where those of `btsdk.calls` … go.

    Raises `MetadataFileError`, `OutputFolderError`, or a `TransportError` for an endpoint. The
    folder is written whole or not at all.
    """
    metadata = source if isinstance(source, Metadata) else metadata_of(source)
    try:
        files = descriptors(metadata)
    except DecodeError as error:
        raise MetadataFileError(_name_of(source), str(error)) from error
    folder = Path(out) if out is not None else Path(snake_case(runtime_of(metadata).name))
    write_package(folder, files)
    return folder


def metadata_of(source: str | Path) -> Metadata:
    """The metadata of an endpoint or a network at its best block, or in a file."""
    if isinstance(source, Path) or not ("://" in source or source in NETWORKS):
        return read_metadata(Path(source))
    from btsdk.client import Client  # noqa: PLC0415  # a file needs no connection

    with Client(source) as client:
        return client.head().metadata


def _name_of(source: object) -> str:
    return "the metadata" if isinstance(source, Metadata) else str(source)
