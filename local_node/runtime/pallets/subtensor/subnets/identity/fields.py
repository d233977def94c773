"""The fields of coldkey and subnet identities, with their maximum lengths in bytes.

The chain also bounds the totals, but above the sum of the fields' bounds.
"""

from __future__ import annotations

from collections.abc import Mapping

_COLDKEY_FIELDS = {
    "name": 256,
    "url": 256,
    "github_repo": 256,
    "image": 1024,
    "discord": 256,
    "description": 1024,
    "additional": 1024,
}

_SUBNET_FIELDS = {
    "subnet_name": 256,
    "github_repo": 1024,
    "subnet_contact": 1024,
    "subnet_url": 1024,
    "discord": 256,
    "description": 1024,
    "logo_url": 1024,
    "additional": 1024,
}


def is_valid_identity(identity: Mapping[str, bytes]) -> bool:
    """Whether a coldkey's identity (`ChainIdentityV2`) is within its bounds."""
    return _fits(identity, _COLDKEY_FIELDS)


def is_valid_subnet_identity(identity: Mapping[str, bytes]) -> bool:
    """Whether a subnet's identity (`SubnetIdentityV3`) is within its bounds."""
    return _fits(identity, _SUBNET_FIELDS)


def _fits(identity: Mapping[str, bytes], limits: Mapping[str, int]) -> bool:
    return all(len(identity[name]) <= limit for name, limit in limits.items())
