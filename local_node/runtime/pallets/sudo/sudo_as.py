"""`Sudo.sudo_as`: a call with the signed origin of any account."""

from __future__ import annotations

from typing import Any

from chain_spec.pallets import sudo as declared
from local_node.runtime.frame import Context, Origin, PostDispatch, lookup
from local_node.runtime.frame.origin import CallValue, signed
from local_node.runtime.frame.outcome import attempt
from local_node.runtime.pallets.sudo.key import FREE, ensure_sudo


def sudo_as(ctx: Context, origin: Origin, who: tuple[str, Any], call: CallValue) -> PostDispatch:
    """Dispatch the call; its outcome is in the event `SudoAsDone`."""
    ensure_sudo(ctx, origin)
    outcome = attempt(ctx, call, signed(lookup(who)), bypass=True)
    ctx.emit(declared.events.SudoAsDone, outcome.result)
    return FREE
