"""Root's settings outside `SubtensorModule`: authorities, the EVM's chain id and precompiles."""

from __future__ import annotations

from collections.abc import Sequence

from btsdk.scale.primitives import compact_encode
from chain_spec.pallets import admin_utils, aura, evm_chain_id
from local_node.runtime.frame import Context, Origin, ensure_root
from local_node.runtime.pallets.aura.slot import ENGINE
from local_node.runtime.pallets.grandpa.pending_change import schedule_change
from local_node.runtime.pallets.system.block import deposit_log

# The first variant of Aura's consensus log.
_AUTHORITIES_CHANGE = b"\x01"


def swap_authorities(ctx: Context, origin: Origin, new_authorities: Sequence[bytes]) -> None:
    """Replace the block authors from the next block on; an empty list is ignored."""
    ensure_root(origin)
    if new_authorities:
        ctx.set(aura.storage.Authorities, list(new_authorities))
        log = _AUTHORITIES_CHANGE + compact_encode(len(new_authorities)) + b"".join(new_authorities)
        deposit_log(ctx, ("Consensus", (ENGINE, log)))


def schedule_grandpa_change(
    ctx: Context,
    origin: Origin,
    next_authorities: Sequence[tuple[bytes, int]],
    in_blocks: int,
    forced: int | None,
) -> None:
    ensure_root(origin)
    schedule_change(ctx, list(next_authorities), in_blocks, forced)


def sudo_set_evm_chain_id(ctx: Context, origin: Origin, chain_id: int) -> None:
    ensure_root(origin)
    ctx.set(evm_chain_id.storage.ChainId, chain_id)


def sudo_toggle_evm_precompile(
    ctx: Context, origin: Origin, precompile_id: str, enabled: bool
) -> None:
    """Enable or disable a precompile; no effect if it is already so."""
    ensure_root(origin)
    if ctx.get(admin_utils.storage.PrecompileEnable, precompile_id) != enabled:
        ctx.put(admin_utils.storage.PrecompileEnable, precompile_id, enabled)
        ctx.emit(admin_utils.events.PrecompileUpdated, precompile_id=precompile_id, enabled=enabled)
