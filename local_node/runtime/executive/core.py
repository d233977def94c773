"""The runtime APIs that belong to no pallet: version, metadata, session keys."""

from __future__ import annotations

from typing import Any

from chain_spec.identity import code_marker
from chain_spec.runtime import Interface
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import panic

METADATA_VERSIONS = (14, 15)

AURA_KEY, GRANDPA_KEY = b"aura", b"gran"


class Core:
    """Runtime API methods whose results depend on the interface alone."""

    def __init__(self, interface: Interface) -> None:
        self._interface = interface

    def version(self, ctx: Context) -> dict[str, Any]:
        """`RuntimeVersion`."""
        return self._interface.version

    def metadata(self, ctx: Context) -> bytes:
        """The metadata in version 14, which every client reads."""
        return self._metadata(14)

    def metadata_at_version(self, ctx: Context, version: int) -> bytes | None:
        """The metadata in a version, or None if that version does not exist."""
        if version not in METADATA_VERSIONS:
            return None
        return self._metadata(version)

    def _metadata(self, version: int) -> bytes:
        # loaded late: chains open without metadata, and clients often have it cached
        from chain_spec.metadata import metadata_bytes  # noqa: PLC0415

        return metadata_bytes(self._interface, version)

    def metadata_versions(self, ctx: Context) -> list[int]:
        return list(METADATA_VERSIONS)

    def offchain_worker(self, ctx: Context, header: dict[str, Any]) -> None:
        """Do nothing: this node runs no offchain workers."""

    def generate_session_keys(self, ctx: Context, seed: bytes | None) -> bytes:
        """Always fail: the keys belong in a keystore, and this node has none."""
        panic("this node keeps no keystore, so it cannot make session keys")

    def decode_session_keys(self, ctx: Context, encoded: bytes) -> list[tuple[bytes, bytes]] | None:
        """An Aura key and a Grandpa key, 32 bytes each, or None if the input does not decode."""
        if len(encoded) != 64:
            return None
        return [(encoded[:32], AURA_KEY), (encoded[32:], GRANDPA_KEY)]

    def code_marker(self) -> bytes:
        """The value of `:code` of a chain without compiled code.

        It changes with the metadata, because clients cache metadata under the hash of `:code`.
        """
        return code_marker(self._interface.profile, self._interface.features)
