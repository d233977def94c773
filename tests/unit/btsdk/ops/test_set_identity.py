"""Identities, on a real chain: read as they were written."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from btsdk.errors import UsageError
from btsdk.ops import CreateSubnet, Identity, SetIdentity, SetSubnetIdentity, SubnetIdentity
from btsdk.reads import identities
from btsdk.units import Tao
from tests.unit.btsdk.ops.stage import ALICE_HOTKEY, HOTKEY, NETUID, OTHER, OWNER, Stage, staged

FULL = Identity("Bob", "https://b.example", "b/b", "img", "bob", "a validator", "more π")
SUBNET = SubnetIdentity("Demo", "d/d", "mail", "https://d.example", "d", "text", "logo", "more π")


@pytest.fixture
def stage() -> Iterator[Stage]:
    with staged() as stage:
        yield stage


def test_a_coldkey(stage: Stage) -> None:
    assert stage.head.identity(OWNER) is None
    stage.does(SetIdentity(FULL), OWNER)
    assert stage.head.identity(OWNER.ss58_address) == FULL
    assert stage.head.identities() == {OWNER.ss58_address: FULL}
    found = stage.head.hotkey_identities([HOTKEY, ALICE_HOTKEY.ss58_address, OTHER])
    assert found == {
        HOTKEY.ss58_address: FULL,
        ALICE_HOTKEY.ss58_address: None,
        OTHER.ss58_address: None,
    }
    (lost,) = stage.warnings(SetIdentity(Identity("Bob", url="x")), OWNER)
    assert lost == "these fields become empty: github_repo, image, discord, description, additional"


def test_a_coldkey_without_a_neuron(stage: Stage) -> None:
    code = "SubtensorModule.HotKeyNotRegisteredInNetwork"
    stage.refuses(SetIdentity(FULL), OTHER, code)


@pytest.mark.parametrize(
    ("field", "most"),
    [("name", 256), ("url", 256), ("github_repo", 256), ("image", 1_024), ("discord", 256),
     ("description", 1_024), ("additional", 1_024)],
)  # fmt: skip
def test_the_length_of_a_field(stage: Stage, field: str, most: int) -> None:
    longest = Identity(**{field: "x" * most})
    assert stage.answered(SetIdentity(longest), OWNER) is None
    longer = SetIdentity(Identity(**{field: "x" * (most - 1) + "π"}))
    reason = stage.refuses(longer, OWNER, "SubtensorModule.InvalidIdentity")
    assert reason == f"{field} has {most + 1:,} bytes, and the chain takes {most:,}"


def test_a_subnet(stage: Stage) -> None:
    assert stage.head.subnet_identity(NETUID) is None
    operation = SetSubnetIdentity(NETUID, SUBNET)
    stage.refuses(operation, OTHER, "SubtensorModule.NotSubnetOwner")
    stage.does(operation, OWNER)
    head = stage.head
    assert head.subnet_identity(NETUID) == SUBNET == head.subnet(NETUID).identity
    assert head.subnet_identities() == {NETUID: SUBNET}
    assert head.subnet_names()[NETUID] == "Demo"
    stage.refuses(SetSubnetIdentity(9, SUBNET), OWNER, "SubtensorModule.NotSubnetOwner")


@pytest.mark.parametrize(
    ("field", "most"),
    [("subnet_name", 256), ("github_repo", 1_024), ("subnet_contact", 1_024),
     ("subnet_url", 1_024), ("discord", 256), ("description", 1_024), ("logo_url", 1_024),
     ("additional", 1_024)],
)  # fmt: skip
def test_the_length_of_a_subnets_field(stage: Stage, field: str, most: int) -> None:
    longest = SetSubnetIdentity(NETUID, SubnetIdentity(**{field: "x" * most}))
    assert stage.answered(longest, OWNER) is None
    longer = SetSubnetIdentity(NETUID, SubnetIdentity(**{field: "x" * (most + 1)}))
    stage.refuses(longer, OWNER, "SubtensorModule.InvalidIdentity")


def test_one_type_for_reading_and_writing(stage: Stage) -> None:
    assert SubnetIdentity is identities.SubnetIdentity
    stage.chain.set_balance(OTHER.ss58_address, Tao.parse("20000"))
    stage.does(CreateSubnet(OTHER.ss58_address, SUBNET), OTHER)
    assert stage.head.subnet(3).identity == SUBNET


def test_what_cannot_be_meant() -> None:
    with pytest.raises(UsageError):
        SetIdentity(SUBNET)  # type: ignore[arg-type]
    with pytest.raises(UsageError):
        SetSubnetIdentity(NETUID, FULL)  # type: ignore[arg-type]
