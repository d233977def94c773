"""`System.set_code`: refused, since this runtime is not compiled code that could be replaced.

Substrate asks the new code for its version and answers `FailedToExtractRuntimeVersion` where it
cannot; this runtime can never ask, so it always answers that, and `:code` keeps its marker.
"""

from __future__ import annotations

from chain_spec.pallets import system
from local_node.runtime.frame import Context, Origin, ensure_root, fail


def set_code(ctx: Context, origin: Origin, code: bytes) -> None:
    """Root only; then `FailedToExtractRuntimeVersion`."""
    ensure_root(origin)
    raise fail(system.errors.FailedToExtractRuntimeVersion)


def set_code_without_checks(ctx: Context, origin: Origin, code: bytes) -> None:
    """Refused like `set_code`: code that nothing here can run would end the chain."""
    ensure_root(origin)
    raise fail(system.errors.FailedToExtractRuntimeVersion)
