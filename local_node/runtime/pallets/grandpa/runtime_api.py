"""`GrandpaApi`: the authorities; equivocations cannot be reported here."""

from __future__ import annotations

from typing import Any

from chain_spec.pallets import grandpa
from local_node.runtime.frame import Context


def grandpa_authorities(ctx: Context) -> list[tuple[bytes, int]]:
    """Public key and weight of each authority."""
    return ctx.get(grandpa.storage.Authorities)


def current_set_id(ctx: Context) -> int:
    """How often the authorities changed."""
    return ctx.get(grandpa.storage.CurrentSetId)


def submit_report_equivocation_unsigned_extrinsic(
    ctx: Context, equivocation_proof: Any, key_owner_proof: Any
) -> None:
    """Nobody can report, as in Subtensor."""


def generate_key_ownership_proof(ctx: Context, set_id: int, authority_id: bytes) -> None:
    """There are no such proofs, as in Subtensor."""
