"""`Grandpa.report_equivocation`: declared, and always refused.

Its second argument is a proof of a type without values (`KeyOwnerProof = Void`), so no such call
decodes. The functions exist because the interface declares the calls.
"""

from __future__ import annotations

from typing import Any

from chain_spec.pallets import grandpa
from local_node.runtime.frame import Context, Origin, ensure_none, ensure_signed, fail


def report_equivocation(
    ctx: Context, origin: Origin, equivocation_proof: Any, key_owner_proof: Any
) -> None:
    """A signed report; fails with `InvalidKeyOwnershipProof`."""
    ensure_signed(origin)
    raise fail(grandpa.errors.InvalidKeyOwnershipProof)


def report_equivocation_unsigned(
    ctx: Context, origin: Origin, equivocation_proof: Any, key_owner_proof: Any
) -> None:
    """An unsigned report; fails with `InvalidKeyOwnershipProof`."""
    ensure_none(origin)
    raise fail(grandpa.errors.InvalidKeyOwnershipProof)
