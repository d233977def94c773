"""The council: motions that its members propose and pass (`pallet_collective`)."""

from __future__ import annotations

from chain_spec.declare import Call, Constant, Error, Event, Map, Pallet, Value, identity
from chain_spec.types import AsCompact, BoundedVec, Option, Vec, alias, boolean, struct, u32
from chain_spec.types.labels import AccountId, DispatchResult, Hash
from chain_spec.types.substrate import H256, AccountId32, RuntimeCall, Weight

MemberCount = alias("MemberCount", u32)
ProposalIndex = alias("ProposalIndex", u32)
Proposal = alias("Box<<T as Config<I>>::Proposal>", RuntimeCall)
Votes = struct(
    "pallet_collective::Votes",
    index=ProposalIndex,
    threshold=MemberCount,
    ayes=Vec(AccountId32),
    nays=Vec(AccountId32),
    end=alias("BlockNumber", u32),
).of(AccountId=AccountId32, BlockNumber=u32)


class storage:
    Proposals = Value(BoundedVec(H256, 10))
    ProposalOf = Map(identity(H256), RuntimeCall, optional=True)
    Voting = Map(identity(H256), Votes, optional=True)
    ProposalCount = Value(u32)
    Members = Value(Vec(AccountId32))
    Prime = Value(AccountId32, optional=True)


class calls:
    set_members = Call(
        0, new_members=Vec(AccountId), prime=Option(AccountId), old_count=MemberCount
    )
    execute = Call(1, proposal=Proposal, length_bound=AsCompact(u32))
    propose = Call(
        2, threshold=AsCompact(MemberCount), proposal=Proposal, length_bound=AsCompact(u32)
    )
    vote = Call(3, proposal=Hash, index=AsCompact(ProposalIndex), approve=boolean)
    disapprove_proposal = Call(5, proposal_hash=Hash)
    close = Call(
        6,
        proposal_hash=Hash,
        index=AsCompact(ProposalIndex),
        proposal_weight_bound=Weight,
        length_bound=AsCompact(u32),
    )


class events:
    Proposed = Event(
        0,
        account=AccountId,
        proposal_index=ProposalIndex,
        proposal_hash=Hash,
        threshold=MemberCount,
    )
    Voted = Event(
        1, account=AccountId, proposal_hash=Hash, voted=boolean, yes=MemberCount, no=MemberCount
    )
    Approved = Event(2, proposal_hash=Hash)
    Disapproved = Event(3, proposal_hash=Hash)
    Executed = Event(4, proposal_hash=Hash, result=DispatchResult)
    MemberExecuted = Event(5, proposal_hash=Hash, result=DispatchResult)
    Closed = Event(6, proposal_hash=Hash, yes=MemberCount, no=MemberCount)


class errors:
    NotMember = Error(0, "Only a member may do this.")
    DuplicateProposal = Error(1, "The same motion is open already.")
    ProposalMissing = Error(2, "There is no motion of this hash.")
    WrongIndex = Error(3, "The motion of this hash has another index.")
    DuplicateVote = Error(4, "The member has voted so already.")
    AlreadyInitialized = Error(5, "The members are set already.")
    TooEarly = Error(6, "The motion has not ended, and its votes do not decide it yet.")
    TooManyProposals = Error(7, "No more motions can be open at once; close one first.")
    WrongProposalWeight = Error(8, "The weight bound is below what the motion's call needs.")
    WrongProposalLength = Error(9, "The length bound is below the length of the motion's call.")
    PrimeAccountNotMember = Error(10, "The prime member is not one of the members.")


class constants:
    MaxProposedWeight = Constant(
        Weight, {"ref_time": 2_000_000_000_000, "proof_size": 9_223_372_036_854_775_807}
    )


pallet = Pallet(
    "Triumvirate",
    8,
    crate="pallet_collective",
    storage=storage,
    calls=calls,
    events=events,
    errors=errors,
    constants=constants,
    instances=True,
)
