"""`System.authorize_upgrade` and related calls: root authorises a code's hash, anyone submits it.

The code itself is rejected as in `set_code`, with Substrate's event for an authorised upgrade that
is invalid.
"""

from __future__ import annotations

from btsdk.keys.hashing import blake2_256
from chain_spec.pallets import system
from local_node.runtime.frame import Context, Origin, PostDispatch, ensure, ensure_root, fail


def authorize_upgrade(ctx: Context, origin: Origin, code_hash: bytes) -> None:
    """Authorise code whose version must be higher."""
    ensure_root(origin)
    _authorize(ctx, code_hash, check_version=True)


def authorize_upgrade_without_checks(ctx: Context, origin: Origin, code_hash: bytes) -> None:
    """Authorise code of any version."""
    ensure_root(origin)
    _authorize(ctx, code_hash, check_version=False)


def apply_authorized_upgrade(ctx: Context, origin: Origin, code: bytes) -> PostDispatch:
    """Any origin; the authorisation is consumed, and the caller pays no fee."""
    authorized = ctx.get(system.storage.AuthorizedUpgrade)
    if authorized is None:
        raise fail(system.errors.NothingAuthorized)
    code_hash = authorized["code_hash"]
    ensure(blake2_256(code) == code_hash, system.errors.Unauthorized)
    ctx.remove(system.storage.AuthorizedUpgrade)
    error = ctx.schema.error_value(system.errors.FailedToExtractRuntimeVersion)
    ctx.emit(system.events.RejectedInvalidAuthorizedUpgrade, code_hash, error)
    return PostDispatch(pays=False)


def _authorize(ctx: Context, code_hash: bytes, *, check_version: bool) -> None:
    upgrade = {"code_hash": code_hash, "check_version": check_version}
    ctx.set(system.storage.AuthorizedUpgrade, upgrade)
    ctx.emit(system.events.UpgradeAuthorized, code_hash, check_version)
