"""`GrandpaApi`: the authorities; equivocations cannot be reported."""

from __future__ import annotations

from typing import Any

from chain_spec.pallets import grandpa
from local_node.runtime.frame import Context


def grandpa_authorities(ctx: Context) -> list[tuple[bytes, int]]:
    """The public key and weight of each authority."""
    return ctx.get(grandpa.storage.Authorities)


def current_set_id(ctx: Context) -> int:
    """The number of authority changes so far."""
    return ctx.get(grandpa.storage.CurrentSetId)


def submit_report_equivocation_unsigned_extrinsic(
    ctx: Context, equivocation_proof: Any, key_owner_proof: Any
) -> None:
    """Always None, as in Subtensor: reports are not accepted."""


def generate_key_ownership_proof(ctx: Context, set_id: int, authority_id: bytes) -> None:
    """Always None, as in Subtensor: no such proofs exist."""
