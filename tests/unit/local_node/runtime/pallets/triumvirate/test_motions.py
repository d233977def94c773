"""Motions of the council from proposal to execution, and the pallets of members, by dispatch."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.keys.hashing import blake2_256
from chain_spec.pallets import senate_members, system, triumvirate, triumvirate_members
from chain_spec.pallets.subtensor import errors as subtensor_errors
from local_node.runtime.frame import BAD_ORIGIN, Context
from local_node.runtime.frame.origin import root
from tests.unit.local_node.runtime.pallets.calling import dispatch, events_of, key, refused
from tests.unit.local_node.runtime.support import (
    ALICE,
    BOB,
    CHARLIE,
    DAVE,
    Node,
    default_genesis,
    fresh_context,
)

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


@pytest.fixture
def ctx() -> Context:
    """A council and no senate: Substrate's collective as it stands."""
    return fresh_context("dev", genesis(senate=False), block=5)


@pytest.fixture
def with_senate() -> Context:
    return fresh_context("dev", genesis(senate=True), block=5)


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


def test_genesis_names_the_council_in_order(ctx: Context) -> None:
    assert ctx.get(storage.Members) == COUNCIL
    assert ctx.get(triumvirate_members.storage.Members) == COUNCIL


def test_a_motion_passes_and_acts_as_root(ctx: Context) -> None:
    digest = propose(ctx, threshold=2)
    assert ctx.get(storage.Proposals) == [digest]
    assert ctx.get(storage.Voting, digest) == {
        "index": 0,
        "threshold": 2,
        "ayes": [],
        "nays": [],
        "end": 105,
    }
    assert vote(ctx, A, digest, True).pays is False
    with refused(ctx, errors.TooEarly):
        close(ctx, digest)
    assert vote(ctx, B, digest, False).pays is False
    assert vote(ctx, B, digest, True).pays is True
    voted = {"account": B, "proposal_hash": digest, "voted": True, "yes": 2, "no": 0}
    assert events_of(ctx, "Triumvirate")[-1] == ("Voted", voted)
    post = close(ctx, digest)
    assert names(ctx)[-4:-1] == ["Voted", "Closed", "Approved"]
    assert executed(ctx) == ("Ok", ())
    assert post.pays is None
    assert ctx.ext.get(b"motion") == b"\x01"
    assert ctx.get(storage.Proposals) == []
    assert not ctx.contains(storage.Voting, digest)
    assert not ctx.contains(storage.ProposalOf, digest)
    assert ctx.get(storage.ProposalCount) == 1


def test_a_motion_fails_as_soon_as_it_cannot_pass(ctx: Context) -> None:
    digest = propose(ctx, threshold=2)
    vote(ctx, A, digest, False)
    vote(ctx, C, digest, False)
    assert close(ctx, digest).pays is False
    assert names(ctx)[-2:] == ["Closed", "Disapproved"]
    assert ctx.ext.get(b"motion") is None
    assert ctx.get(storage.Proposals) == []


def test_who_does_not_vote_says_no_unless_the_prime_member_said_aye(ctx: Context) -> None:
    for prime in (None, A):
        if prime is not None:
            dispatch(ctx, root, "TriumvirateMembers", "set_prime", who=("Id", prime))
        index = ctx.get(storage.ProposalCount)
        digest = propose(ctx, threshold=3)
        vote(ctx, A, digest, True, index)
        ctx.set(system.storage.Number, ctx.block_number + 99)
        with refused(ctx, errors.TooEarly):
            close(ctx, digest, index)
        ctx.set(system.storage.Number, ctx.block_number + 1)
        close(ctx, digest, index)
        assert ctx.ext.get(b"motion") == (None if prime is None else b"\x01")
    closed = [fields for name, fields in events_of(ctx, "Triumvirate") if name == "Closed"]
    assert [(c["yes"], c["no"]) for c in closed] == [(1, 2), (3, 0)]


def test_a_minority_is_not_root(ctx: Context) -> None:
    """A threshold of one is carried out at once, with a third of the seats behind it."""
    propose(ctx, threshold=1)
    assert executed(ctx) == ("Err", "BadOrigin")
    assert ctx.ext.get(b"motion") is None
    assert names(ctx) == ["Executed"]


def test_a_council_of_one_is_its_own_majority(ctx: Context) -> None:
    dispatch(ctx, root, "TriumvirateMembers", "reset_members", members=[A])
    propose(ctx, threshold=1)
    assert executed(ctx) == ("Ok", ())


def test_one_member_executes_in_its_own_origin(ctx: Context) -> None:
    args = {"proposal": set_storage(), "length_bound": 1_000}
    with refused(ctx, errors.NotMember):
        council(ctx, D, "execute", **args)
    council(ctx, A, "execute", **args)
    (name, fields), *_ = events_of(ctx, "Triumvirate")
    assert (name, fields["result"]) == ("MemberExecuted", ("Err", "BadOrigin"))


def test_proposals_are_refused(ctx: Context) -> None:
    with refused(ctx, errors.NotMember):
        propose(ctx, 2, who=D)
    with refused(ctx, errors.WrongProposalLength):
        council(ctx, A, "propose", threshold=2, proposal=set_storage(), length_bound=5)
    propose(ctx, 2)
    with refused(ctx, errors.DuplicateProposal):
        propose(ctx, 2, who=B)
    for n in range(9):
        propose(ctx, 2, proposal=set_storage(bytes([n]) * 2))
    with refused(ctx, errors.TooManyProposals):
        propose(ctx, 2, proposal=set_storage(b"more"))


def test_votes_are_refused(ctx: Context) -> None:
    digest = propose(ctx, 2)
    with refused(ctx, errors.NotMember):
        vote(ctx, D, digest, True)
    with refused(ctx, errors.ProposalMissing):
        vote(ctx, A, bytes(32), True)
    with refused(ctx, errors.WrongIndex):
        vote(ctx, A, digest, True, index=1)
    vote(ctx, A, digest, True)
    with refused(ctx, errors.DuplicateVote):
        vote(ctx, A, digest, True)


def test_a_closer_must_reckon_with_the_whole_call(ctx: Context) -> None:
    digest = propose(ctx, 2)
    vote(ctx, A, digest, True)
    vote(ctx, B, digest, True)
    with refused(ctx, errors.WrongProposalLength):
        close(ctx, digest, length_bound=3)
    with refused(ctx, errors.WrongProposalWeight):
        close(ctx, digest, proposal_weight_bound={"ref_time": 1, "proof_size": 0})
    with refused(ctx, errors.ProposalMissing):
        close(ctx, bytes(32))


def test_root_drops_a_motion(ctx: Context) -> None:
    digest = propose(ctx, 2)
    with refused(ctx, BAD_ORIGIN):
        council(ctx, A, "disapprove_proposal", proposal_hash=digest)
    council(ctx, root, "disapprove_proposal", proposal_hash=digest)
    assert names(ctx)[-1] == "Disapproved"
    assert ctx.get(storage.Proposals) == []


def test_root_names_the_council(ctx: Context) -> None:
    digest = propose(ctx, 2)
    vote(ctx, A, digest, True)
    vote(ctx, B, digest, False)
    args: dict[str, Any] = {"new_members": [D, B], "prime": A, "old_count": 3}
    with refused(ctx, errors.PrimeAccountNotMember):
        council(ctx, root, "set_members", **args)
    with refused(ctx, BAD_ORIGIN):
        council(ctx, A, "set_members", **args)
    council(ctx, root, "set_members", **{**args, "prime": D})
    assert ctx.get(storage.Members) == sorted([D, B])
    assert ctx.get(storage.Prime) == D
    motion = ctx.get(storage.Voting, digest)
    assert motion is not None
    assert (motion["ayes"], motion["nays"]) == ([], [B])


def test_what_motions_weigh(ctx: Context) -> None:
    guard = 17_583_000 + 50_000_000
    remark = ("System", ("remark", {"remark": b""}))

    def weight(name: str, **args: Any) -> tuple[int, str]:
        info = ctx.runtime.dispatch_info(("Triumvirate", (name, args)))
        return info.call_weight.ref_time, info.kind

    def proposed(threshold: int) -> int:
        args = {"threshold": threshold, "proposal": remark, "length_bound": 100}
        return weight("propose", **args)[0]

    # three members and ten motions; four reads and four writes, 2,355 for each byte
    assert proposed(2) - guard == 24_778_955 + 3 * 20_518 + 10 * 85_670 + 500_000_000 + 235_500
    inner = ctx.runtime.dispatch_info(remark).call_weight.ref_time
    direct = 17_019_558 + 3 * 27_986 + 50_000_000 + 180_700
    assert proposed(1) - guard == direct + inner
    args = {"proposal_hash": bytes(32), "index": 0, "length_bound": 100}
    bound = {"ref_time": 7, "proof_size": 0}
    closing = 39_948_329 + 3 * 22_669 + 10 * 95_525 + 425_000_000 + 204_500
    expected = (closing + 7 + guard, "Operational")
    assert weight("close", **args, proposal_weight_bound=bound) == expected


# -- the senate ---------------------------------------------------------------------------------


def senate_vote(ctx: Context, hotkey: bytes, digest: bytes, approve: bool, signer: Any) -> Any:
    args = {"hotkey": hotkey, "proposal": digest, "index": 0, "approve": approve}
    return dispatch(ctx, signer, "SubtensorModule", "vote", **args)


def test_the_senate_votes_where_there_is_one(with_senate: Context) -> None:
    ctx = with_senate
    digest = propose(ctx, threshold=2)
    with refused(ctx, errors.NotMember):
        vote(ctx, A, digest, True)
    assert senate_vote(ctx, D, digest, True, signer=D).pays is False
    with refused(ctx, subtensor_errors.NonAssociatedColdKey):
        senate_vote(ctx, key(1), digest, True, signer=D)
    dispatch(ctx, A, "SubtensorModule", "try_associate_hotkey", hotkey=key(9))
    with refused(ctx, errors.NotMember):
        senate_vote(ctx, key(9), digest, True, signer=A)
    with refused(ctx, errors.DuplicateVote):
        senate_vote(ctx, D, digest, True, signer=D)
    vote(ctx, key(1), digest, True)
    close(ctx, digest)
    assert executed(ctx) == ("Ok", ())


def test_who_leaves_the_senate_takes_the_votes_along(with_senate: Context) -> None:
    ctx = with_senate
    digest = propose(ctx, threshold=2)
    senate_vote(ctx, D, digest, True, signer=D)
    dispatch(ctx, root, "SenateMembers", "remove_member", who=("Id", D))
    motion = ctx.get(storage.Voting, digest)
    assert motion is not None
    assert motion["ayes"] == []
    assert ctx.get(senate_members.storage.Members) == sorted([key(1), key(2)])
    assert ctx.get(storage.Members) == COUNCIL


def test_a_senator_without_owner_owns_itself(with_senate: Context) -> None:
    from local_node.runtime.pallets.subtensor.staking.account.hotkeys import owner_of

    assert [owner_of(with_senate, who) for who in SENATE] == SENATE


# -- the pallets of members -----------------------------------------------------------------------


@pytest.mark.parametrize(("pallet", "most"), [("TriumvirateMembers", 3), ("SenateMembers", 12)])
def test_membership(pallet: str, most: int) -> None:
    ctx = fresh_context("dev", {**default_genesis()})
    declared = triumvirate_members if pallet == "TriumvirateMembers" else senate_members
    follows = pallet == "TriumvirateMembers"

    def run(name: str, origin: Any = root, **args: Any) -> None:
        dispatch(ctx, origin, pallet, name, **args)

    def members(expected: list[bytes]) -> None:
        assert ctx.get(declared.storage.Members) == sorted(expected)
        assert ctx.get(storage.Members) == (sorted(expected) if follows else [])

    with refused(ctx, BAD_ORIGIN):
        run("add_member", A, who=("Id", B))
    run("add_member", who=("Id", B))
    run("add_member", who=("Id", A))
    members([A, B])
    with refused(ctx, declared.errors.AlreadyMember):
        run("add_member", who=("Id", A))
    with refused(ctx, declared.errors.NotMember):
        run("remove_member", who=("Id", C))
    with refused(ctx, "CannotLookup"):
        run("remove_member", who=("Index", ()))
    run("remove_member", who=("Id", B))
    members([A])
    run("swap_member", remove=("Id", A), add=("Id", C))
    members([C])
    run("swap_member", remove=("Id", D), add=("Id", D))
    with refused(ctx, declared.errors.NotMember):
        run("swap_member", remove=("Id", A), add=("Id", B))
    run("set_prime", who=("Id", C))
    with refused(ctx, declared.errors.NotMember):
        run("set_prime", who=("Id", A))
    run("change_key", C, new=("Id", D))
    members([D])
    assert ctx.get(declared.storage.Prime) == D
    assert ctx.get(storage.Prime) == (D if follows else None)
    run("add_member", who=("Id", A))
    assert ctx.get(declared.storage.Prime) == D
    with refused(ctx, declared.errors.NotMember):
        run("change_key", B, new=("Id", C))
    with refused(ctx, declared.errors.AlreadyMember):
        run("change_key", A, new=("Id", D))
    with refused(ctx, declared.errors.TooManyMembers):
        run("reset_members", members=[key(n) for n in range(most + 1)])
    run("reset_members", members=[key(n) for n in reversed(range(most))])
    members([key(n) for n in range(most)])
    assert ctx.get(declared.storage.Prime) is None
    with refused(ctx, declared.errors.TooManyMembers):
        run("add_member", who=("Id", A))
    run("set_prime", who=("Id", key(1)))
    run("clear_prime")
    assert ctx.get(declared.storage.Prime) is None
    names = [name for name, _ in events_of(ctx, pallet)]
    assert names == [
        "MemberAdded",
        "MemberAdded",
        "MemberRemoved",
        "MembersSwapped",
        "KeyChanged",
        "MemberAdded",
        "MembersReset",
    ]


def test_without_the_feature_there_is_no_council() -> None:
    node = Node("fast")
    assert "Triumvirate" not in node.interface.pallets
    node.block()


def test_a_genesis_that_names_somebody_twice_is_refused() -> None:
    for name in ("triumvirateMembers", "senateMembers", "triumvirate"):
        with pytest.raises(AssertionError, match="Err"):
            Node("dev", {**default_genesis(), name: {"members": addresses([A, A])}})
