"""A council of three, its motions and votes, by dispatch."""

from __future__ import annotations

from typing import Any

from btsdk.keys.hashing import blake2_256
from chain_spec.pallets import triumvirate
from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.calling import dispatch, events_of, key
from tests.unit.local_node.runtime.support import ALICE, BOB, CHARLIE, DAVE, default_genesis

A, B, C, D = (keypair.public_key for keypair in (ALICE, BOB, CHARLIE, DAVE))


COUNCIL = sorted([A, B, C])


SENATE = sorted([key(1), key(2), D])


WEIGHT = {"ref_time": 10**12, "proof_size": 10**9}


errors, storage = triumvirate.errors, triumvirate.storage


def addresses(accounts: list[bytes]) -> list[str]:
    from btsdk.keys import ss58

    return [ss58.encode(account) for account in accounts]


def genesis(senate: bool) -> dict[str, Any]:
    return {
        **default_genesis(),
        "triumvirateMembers": {"members": addresses(COUNCIL[::-1])},
        "senateMembers": {"members": addresses(SENATE if senate else [])},
    }


def council(ctx: Context, origin: Any, name: str, /, **args: Any) -> Any:
    return dispatch(ctx, origin, "Triumvirate", name, **args)


def set_storage(value: bytes = b"\x01") -> Any:
    """A call that root alone may make, and whose trace can be read."""
    return ("System", ("set_storage", {"items": [(b"motion", value)]}))


def propose(ctx: Context, threshold: int, who: bytes = A, proposal: Any = None) -> bytes:
    call = proposal or set_storage()
    council(ctx, who, "propose", threshold=threshold, proposal=call, length_bound=1_000)
    return blake2_256(ctx.runtime.encode_call(call))


def vote(ctx: Context, who: bytes, digest: bytes, approve: bool, index: int = 0) -> Any:
    return council(ctx, who, "vote", proposal=digest, index=index, approve=approve)


def close(ctx: Context, digest: bytes, index: int = 0, **changes: Any) -> Any:
    args = {"proposal_weight_bound": WEIGHT, "length_bound": 1_000, **changes}
    return council(ctx, D, "close", proposal_hash=digest, index=index, **args)


def names(ctx: Context) -> list[str]:
    return [name for name, _ in events_of(ctx, "Triumvirate")]


def executed(ctx: Context) -> Any:
    return next(f["result"] for n, f in events_of(ctx, "Triumvirate") if n == "Executed")
