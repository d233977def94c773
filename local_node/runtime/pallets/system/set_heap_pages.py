"""`System.set_heap_pages`: root sets the runtime's memory, in 64 KiB pages."""

from __future__ import annotations

from btsdk.well_known_keys import HEAP_PAGES
from local_node.runtime.frame import Context, Origin, ensure_root
from local_node.runtime.pallets.system.block import deposit_log


def set_heap_pages(ctx: Context, origin: Origin, pages: int) -> None:
    """Write the key as Substrate does; the bundled runtime does not use it."""
    ensure_root(origin)
    ctx.ext.set(HEAP_PAGES, pages.to_bytes(8, "little"))
    deposit_log(ctx, "RuntimeEnvironmentUpdated")
