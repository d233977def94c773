"""How long the fields of an identity may be."""

from __future__ import annotations

import pytest

from local_node.runtime.pallets.subtensor.subnets.identity.fields import (
    is_valid_identity,
    is_valid_subnet_identity,
)

COLDKEY = ("name", "url", "github_repo", "image", "discord", "description", "additional")
SUBNET = (
    "subnet_name",
    "github_repo",
    "subnet_contact",
    "subnet_url",
    "discord",
    "description",
    "logo_url",
    "additional",
)


@pytest.mark.parametrize(("name", "most"), [("name", 256), ("github_repo", 256), ("image", 1024)])
def test_of_a_coldkey(name: str, most: int) -> None:
    empty = dict.fromkeys(COLDKEY, b"")
    assert is_valid_identity({**empty, name: bytes(most)})
    assert not is_valid_identity({**empty, name: bytes(most + 1)})


@pytest.mark.parametrize(("name", "most"), [("subnet_name", 256), ("github_repo", 1024)])
def test_of_a_subnet(name: str, most: int) -> None:
    empty = dict.fromkeys(SUBNET, b"")
    assert is_valid_subnet_identity({**empty, name: bytes(most)})
    assert not is_valid_subnet_identity({**empty, name: bytes(most + 1)})
