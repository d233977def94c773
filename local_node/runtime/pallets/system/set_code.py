"""`System.set_code`: always refused, since this runtime is not compiled code.

Substrate fails with `FailedToExtractRuntimeVersion` if it cannot read the new code's version. This
runtime cannot run code, so it always fails with that error, and `:code` keeps its marker.
"""

from __future__ import annotations

from chain_spec.pallets import system
from local_node.runtime.frame import Context, Origin, ensure_root, fail


def set_code(ctx: Context, origin: Origin, code: bytes) -> None:
    """Require root, then fail with `FailedToExtractRuntimeVersion`."""
    ensure_root(origin)
    raise fail(system.errors.FailedToExtractRuntimeVersion)


def set_code_without_checks(ctx: Context, origin: Origin, code: bytes) -> None:
    """Refused like `set_code`: this node cannot run the code, so the chain would stop."""
    ensure_root(origin)
    raise fail(system.errors.FailedToExtractRuntimeVersion)
