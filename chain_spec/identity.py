"""The identity of an interface: its `spec_version` and the hashes of its metadata. They follow from
profile and features. For the project's own chains they are precomputed, so that a chain file opens
without loading the declarations.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from chain_spec.features import Feature
from chain_spec.fingerprints import BY_VERSION, SIGNED
from chain_spec.profile import Profile
from chain_spec.spec_version import spec_version

if TYPE_CHECKING:
    from chain_spec.runtime import Interface

CODE_MARK: Final = b"btsdk bundled runtime "
"""The prefix of `:code` of a chain with the bundled runtime."""


def code_marker(profile: Profile, features: frozenset[Feature]) -> bytes:
    """The value of `:code` of a chain with the bundled runtime of this release."""
    return CODE_MARK + metadata_hash(profile, features)


def metadata_hash(profile: Profile, features: frozenset[Feature]) -> bytes:
    """blake2-256 of the metadata in version 15; precomputed for the project's own chains."""
    known = BY_VERSION.get((profile.value, spec_version(features)))
    return bytes.fromhex(known) if known else computed_hash(profile, features)


def computed_hash(profile: Profile, features: frozenset[Feature]) -> bytes:
    """The computed metadata hash, ignoring precomputed ones."""
    from btsdk.keys.hashing import blake2_256  # noqa: PLC0415 - with what is slow
    from chain_spec.metadata import metadata_bytes  # noqa: PLC0415
    from chain_spec.runtime import build  # noqa: PLC0415

    return blake2_256(metadata_bytes(build(profile, features), 15))


def signed_hash(interface: Interface) -> bytes:
    """The hash that `CheckMetadataHash` expects (RFC-0078); precomputed for the project's own
    chains."""
    known = SIGNED.get((interface.profile.value, interface.spec_version))
    return bytes.fromhex(known) if known else computed_signed_hash(interface)


def computed_signed_hash(interface: Interface) -> bytes:
    """The computed RFC-0078 hash; token and decimals as in Subtensor's `runtime/build.rs`."""
    from btsdk.metadata.digest import metadata_hash as digest  # noqa: PLC0415 - with what is slow
    from chain_spec.metadata import metadata  # noqa: PLC0415

    return digest(
        metadata(interface),
        spec_version=interface.spec_version,
        spec_name=interface.version["spec_name"],
        base58_prefix=42,
        decimals=9,
        token_symbol="TAO",
    )
