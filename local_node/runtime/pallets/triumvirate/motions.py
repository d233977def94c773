"""The motions of the council: voters, votes, and the effects of a passed motion.

The pallet is Substrate's collective with Subtensor's rule of voting: the senate votes on the
council's proposals, or the council itself where there is no senate. Invariant: each hash in
`Proposals` has its entry in `ProposalOf` and in `Voting`, and no account appears twice among the
votes of one motion.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from btsdk.keys.hashing import blake2_256
from chain_spec.pallets import senate_members, triumvirate
from chain_spec.profile import ByProfile, at, prod_or_fast
from local_node.runtime.frame import Context, Origin, ensure, fail
from local_node.runtime.frame.origin import CallValue, from_pallet, root

PALLET = "Triumvirate"

MOTION_DURATION: int | ByProfile[int] = prod_or_fast(3_600, 100)
"""The lifetime of a motion in blocks: twelve hours; less with short blocks."""

MAX_PROPOSALS = 10

Motion = dict[str, Any]


def council(ctx: Context) -> list[bytes]:
    """The accounts that may propose."""
    return ctx.get(triumvirate.storage.Members)


def voters(ctx: Context) -> list[bytes]:
    """The accounts that may vote: the senate's hotkeys, or the council if the senate is empty."""
    return ctx.get(senate_members.storage.Members) or council(ctx)


def duration(ctx: Context) -> int:
    """The lifetime of a motion in blocks, on this chain."""
    return at(MOTION_DURATION, ctx.profile)


def measure(ctx: Context, proposal: CallValue, length_bound: int) -> bytes:
    """The hash of a call, which must be within its length bound."""
    data = ctx.runtime.encode_call(proposal)
    ensure(len(data) <= length_bound, triumvirate.errors.WrongProposalLength)
    return blake2_256(data)


def find(ctx: Context, proposal: bytes, index: int) -> Motion:
    """An open motion; fails with `ProposalMissing`, or `WrongIndex` for an earlier motion."""
    motion: Motion | None = ctx.get(triumvirate.storage.Voting, proposal)
    if motion is None:
        raise fail(triumvirate.errors.ProposalMissing)
    ensure(motion["index"] == index, triumvirate.errors.WrongIndex)
    return motion


def cast(ctx: Context, who: bytes, proposal: bytes, index: int, approve: bool) -> bool:
    """Add or change a vote; return whether it is the voter's first on this motion."""
    motion = find(ctx, proposal, index)
    side, other = ("ayes", "nays") if approve else ("nays", "ayes")
    ensure(who not in motion[side], triumvirate.errors.DuplicateVote)
    first = who not in motion[other]
    motion[side].append(who)
    if not first:
        _swap_remove(motion[other], who)
    ctx.emit(
        triumvirate.events.Voted, who, proposal, approve, len(motion["ayes"]), len(motion["nays"])
    )
    ctx.put(triumvirate.storage.Voting, proposal, motion)
    return first


def origin_of(yes: int, seats: int) -> Origin:
    """The origin of a passed motion: root for a majority of all seats, else the council's own.

    Subtensor's calls of that time checked for the majority themselves.
    """
    return root if 2 * yes > seats else from_pallet(PALLET, ("Members", (yes, seats)))


def remove(ctx: Context, proposal: bytes) -> None:
    """Remove a motion."""
    ctx.remove(triumvirate.storage.ProposalOf, proposal)
    ctx.remove(triumvirate.storage.Voting, proposal)
    rest = [open_ for open_ in ctx.get(triumvirate.storage.Proposals) if open_ != proposal]
    ctx.set(triumvirate.storage.Proposals, rest)


def withdraw_votes(ctx: Context, gone: Collection[bytes]) -> None:
    """Remove the votes of former members from all open motions."""
    for proposal in ctx.get(triumvirate.storage.Proposals):
        motion: Motion | None = ctx.get(triumvirate.storage.Voting, proposal)
        if motion is not None:
            for side in ("ayes", "nays"):
                motion[side] = [who for who in motion[side] if who not in gone]
            ctx.put(triumvirate.storage.Voting, proposal, motion)


def change_members(ctx: Context, members: list[bytes]) -> None:
    """Set a new council, sorted and without a prime member."""
    withdraw_votes(ctx, set(council(ctx)).difference(members))
    ctx.set(triumvirate.storage.Members, members)
    ctx.remove(triumvirate.storage.Prime)


def set_prime(ctx: Context, who: bytes | None) -> None:
    """Set the prime member, whose vote counts for missing votes."""
    if who is None:
        ctx.remove(triumvirate.storage.Prime)
    else:
        ctx.set(triumvirate.storage.Prime, who)


def _swap_remove(accounts: list[bytes], who: bytes) -> None:
    """Remove an account by moving the last one to its place, as in Rust: the order is stored."""
    last = accounts.pop()
    if last != who:
        accounts[accounts.index(who)] = last
