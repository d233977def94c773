"""`set_identity` and `set_subnet_identity`: set the identity of a coldkey or a subnet."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, events, storage
from local_node.runtime.frame import Context, Origin, ensure, ensure_signed
from local_node.runtime.pallets.subtensor.subnets.identity.fields import (
    is_valid_identity,
    is_valid_subnet_identity,
)
from local_node.runtime.pallets.subtensor.subnets.neurons.uids import is_registered_anywhere


def set_identity(
    ctx: Context,
    origin: Origin,
    name: bytes,
    url: bytes,
    github_repo: bytes,
    image: bytes,
    discord: bytes,
    description: bytes,
    additional: bytes,
) -> None:
    """Signed by a coldkey with a registered hotkey."""
    coldkey = ensure_signed(origin)
    hotkeys = ctx.get(storage.OwnedHotkeys, coldkey)
    ensure(
        any(is_registered_anywhere(ctx, hotkey) for hotkey in hotkeys),
        errors.HotKeyNotRegisteredInNetwork,
    )
    identity = {
        "name": name,
        "url": url,
        "github_repo": github_repo,
        "image": image,
        "discord": discord,
        "description": description,
        "additional": additional,
    }
    ensure(is_valid_identity(identity), errors.InvalidIdentity)

    ctx.put(storage.IdentitiesV2, coldkey, identity)
    ctx.emit(events.ChainIdentitySet, coldkey)


def set_subnet_identity(
    ctx: Context,
    origin: Origin,
    netuid: int,
    subnet_name: bytes,
    github_repo: bytes,
    subnet_contact: bytes,
    subnet_url: bytes,
    discord: bytes,
    description: bytes,
    logo_url: bytes,
    additional: bytes,
) -> None:
    """Signed by the subnet's owner."""
    coldkey = ensure_signed(origin)
    ensure(ctx.get(storage.SubnetOwner, netuid) == coldkey, errors.NotSubnetOwner)
    identity = {
        "subnet_name": subnet_name,
        "github_repo": github_repo,
        "subnet_contact": subnet_contact,
        "subnet_url": subnet_url,
        "discord": discord,
        "description": description,
        "logo_url": logo_url,
        "additional": additional,
    }
    ensure(is_valid_subnet_identity(identity), errors.InvalidIdentity)

    ctx.put(storage.SubnetIdentitiesV3, netuid, identity)
    ctx.emit(events.SubnetIdentitySet, netuid)
