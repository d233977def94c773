"""`System.set_heap_pages`: root sets the memory of the runtime, in 64 KiB pages."""

from __future__ import annotations

from btsdk.well_known_keys import HEAP_PAGES
from local_node.runtime.frame import Context, Origin, ensure_root
from local_node.runtime.pallets.system.block import deposit_log


def set_heap_pages(ctx: Context, origin: Origin, pages: int) -> None:
    """The bundled runtime needs no such setting, but the key is written as Substrate writes it."""
    ensure_root(origin)
    ctx.ext.set(HEAP_PAGES, pages.to_bytes(8, "little"))
    deposit_log(ctx, "RuntimeEnvironmentUpdated")
