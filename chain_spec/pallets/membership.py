"""The items of `pallet_membership`, for each pallet that is an instance of it."""

from __future__ import annotations

from chain_spec.declare import Call, Error, Event, Value
from chain_spec.types import BoundedVec, Vec
from chain_spec.types.labels import AccountId, AccountIdLookup
from chain_spec.types.substrate import AccountId32


class Storage:
    """The members, in the order of their public keys."""

    def __init__(self, most: int) -> None:
        self.Members = Value(BoundedVec(AccountId32, most))
        self.Prime = Value(AccountId32, optional=True)


class Calls:
    """The changes of the membership, all by root."""

    def __init__(self) -> None:
        self.add_member = Call(0, who=AccountIdLookup)
        self.remove_member = Call(1, who=AccountIdLookup)
        self.swap_member = Call(2, remove=AccountIdLookup, add=AccountIdLookup)
        self.reset_members = Call(3, members=Vec(AccountId))
        self.change_key = Call(4, new=AccountIdLookup)
        self.set_prime = Call(5, who=AccountIdLookup)
        self.clear_prime = Call(6)


class Events:
    """The changes of the membership, without the accounts."""

    def __init__(self) -> None:
        self.MemberAdded = Event(0)
        self.MemberRemoved = Event(1)
        self.MembersSwapped = Event(2)
        self.MembersReset = Event(3)
        self.KeyChanged = Event(4)
        self.Dummy = Event(5)


class Errors:
    """The reasons why a change is refused."""

    def __init__(self) -> None:
        self.AlreadyMember = Error(0, "The account is a member already.")
        self.NotMember = Error(1, "The account is not a member.")
        self.TooManyMembers = Error(2, "There are as many members as there can be.")
