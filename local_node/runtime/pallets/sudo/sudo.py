"""`Sudo.sudo`: a call as root. The extrinsic succeeds even if the inner call fails."""

from __future__ import annotations

from chain_spec.pallets import sudo as declared
from local_node.runtime.frame import Context, Origin, PostDispatch
from local_node.runtime.frame.origin import CallValue, root
from local_node.runtime.frame.outcome import attempt
from local_node.runtime.pallets.sudo.key import FREE, ensure_sudo


def sudo(ctx: Context, origin: Origin, call: CallValue) -> PostDispatch:
    """Dispatch the call; its outcome is in the event `Sudid`."""
    ensure_sudo(ctx, origin)
    outcome = attempt(ctx, call, root, bypass=True)
    ctx.emit(declared.events.Sudid, outcome.result)
    return FREE


def sudo_unchecked_weight(
    ctx: Context, origin: Origin, call: CallValue, weight: dict[str, int]
) -> PostDispatch:
    """The same, with a weight given by the caller."""
    return sudo(ctx, origin, call)
