"""`try_associate_hotkey`: pair a hotkey with the signer, without registration."""

from __future__ import annotations

from local_node.runtime.frame import Context, Origin, ensure_signed
from local_node.runtime.pallets.subtensor.staking.account.hotkeys import create_account_if_missing


def try_associate_hotkey(ctx: Context, origin: Origin, hotkey: bytes) -> None:
    """A hotkey that has an owner is unchanged, and the call still succeeds."""
    coldkey = ensure_signed(origin)
    create_account_if_missing(ctx, coldkey, hotkey)
