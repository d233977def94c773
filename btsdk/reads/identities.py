"""The identities that coldkeys and subnets' owners publish; nothing verifies them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, cast

from btsdk.descriptors.inputs import account_of
from btsdk.integers import netuid_of
from btsdk.keys import ss58
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage, storage_many, storage_map
from btsdk.storage import subtensor

if TYPE_CHECKING:
    from btsdk.descriptors.inputs import Account
    from btsdk.descriptors.values import ChainIdentityV2, SubnetIdentityV3


@dataclass(frozen=True)
class Identity:
    """The identity of a coldkey; every field is free text, and the chain limits its length."""

    name: str = ""
    url: str = ""
    github_repo: str = ""
    image: str = ""
    discord: str = ""
    description: str = ""
    additional: str = ""

    @classmethod
    def decoded(cls, value: Mapping[str, Any]) -> Identity:
        """The identity from the chain's bytes, which may be invalid UTF-8."""
        return cls(**{name: text(value.get(name, b"")) for name in cls.__dataclass_fields__})

    def encoded(self) -> ChainIdentityV2:
        """The identity as the chain stores it."""
        return cast("ChainIdentityV2", _encoded(self))


@dataclass(frozen=True)
class SubnetIdentity:
    """The identity of a subnet; every field is free text, and the chain limits its length."""

    subnet_name: str = ""
    github_repo: str = ""
    subnet_contact: str = ""
    subnet_url: str = ""
    discord: str = ""
    description: str = ""
    logo_url: str = ""
    additional: str = ""

    @classmethod
    def decoded(cls, value: Mapping[str, Any]) -> SubnetIdentity:
        """The identity from the chain's bytes, which may be invalid UTF-8."""
        return cls(**{name: text(value.get(name, b"")) for name in cls.__dataclass_fields__})

    def encoded(self) -> SubnetIdentityV3:
        """The identity as the chain stores it."""
        return cast("SubnetIdentityV3", _encoded(self))


def identity(at: BlockContext, coldkey: Account) -> Program[Identity | None]:
    """The identity of a coldkey, or None if it has set none."""
    value = yield from storage(at, subtensor.IdentitiesV2, coldkey)
    return None if value is None else Identity.decoded(value)


def identities(at: BlockContext) -> Program[dict[str, Identity]]:
    """All identities of coldkeys, by address."""
    entries = yield from storage_map(at, subtensor.IdentitiesV2)
    return {
        ss58.encode(account): Identity.decoded(value)
        for (account,), value in entries
        if value is not None
    }


def hotkey_identities(
    at: BlockContext, hotkeys: Iterable[Account]
) -> Program[dict[str, Identity | None]]:
    """The identities of the coldkeys that own these hotkeys, by the hotkey's address, in two
    calls; None where there is none."""
    accounts = [account_of(hotkey) for hotkey in hotkeys]
    owners = yield from storage_many(at, [(subtensor.Owner, (hotkey,)) for hotkey in accounts])
    wanted = [(subtensor.IdentitiesV2, (owner,)) for owner in owners]
    values = yield from storage_many(at, wanted)
    return {
        ss58.encode(hotkey): None if value is None else Identity.decoded(value)
        for hotkey, value in zip(accounts, values, strict=True)
    }


def subnet_identity(at: BlockContext, netuid: int) -> Program[SubnetIdentity | None]:
    """The identity of a subnet, or None if its owner has set none."""
    value = yield from storage(at, subtensor.SubnetIdentitiesV3, netuid_of(netuid))
    return None if value is None else SubnetIdentity.decoded(value)


def subnet_identities(at: BlockContext) -> Program[dict[int, SubnetIdentity]]:
    """All identities of subnets, by netuid."""
    entries = yield from storage_map(at, subtensor.SubnetIdentitiesV3)
    found = {
        netuid: SubnetIdentity.decoded(value) for (netuid,), value in entries if value is not None
    }
    return dict(sorted(found.items()))


def text(value: Any) -> str:
    """Text from the chain, which is bytes (or a list of them) and may be invalid UTF-8."""
    return bytes(value).decode("utf-8", "replace")


def _encoded(identity: Identity | SubnetIdentity) -> dict[str, bytes]:
    return {name: value.encode() for name, value in asdict(identity).items()}
