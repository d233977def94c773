"""`pallet_membership`: a sorted list of accounts, for each pallet that is an instance of it.

Every change calls `Body.changed` with the removed accounts and the new list. All changes are
root's, except that a member may change its own key.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from btsdk.frozen import Frozen
from btsdk.keys import ss58
from chain_spec.pallets.membership import Errors, Events, Storage
from local_node.runtime.frame import Context, Origin, ensure, ensure_root, ensure_signed, lookup
from local_node.runtime.frame.pallet import CallFunction

Address = tuple[str, Any]


class Body(Frozen):
    """One list of members: its declared items, its limit, and its change callback."""

    storage: Storage
    events: Events
    errors: Errors
    most: int
    changed: Callable[[Context, Collection[bytes], list[bytes]], None]
    prime_set: Callable[[Context, bytes | None], None]

    def calls(self) -> tuple[CallFunction, ...]:
        """The pallet's dispatchables."""
        return (
            self.add_member,
            self.remove_member,
            self.swap_member,
            self.reset_members,
            self.change_key,
            self.set_prime,
            self.clear_prime,
        )

    def add_member(self, ctx: Context, origin: Origin, who: Address) -> None:
        """Add a member."""
        ensure_root(origin)
        account, members = lookup(who), ctx.get(self.storage.Members)
        ensure(account not in members, self.errors.AlreadyMember)
        ensure(len(members) < self.most, self.errors.TooManyMembers)
        self._store(ctx, (), [*members, account])
        ctx.emit(self.events.MemberAdded)

    def remove_member(self, ctx: Context, origin: Origin, who: Address) -> None:
        """Remove a member."""
        ensure_root(origin)
        account, members = lookup(who), ctx.get(self.storage.Members)
        ensure(account in members, self.errors.NotMember)
        members.remove(account)
        self._store(ctx, (account,), members)
        self._restore_prime(ctx, members)
        ctx.emit(self.events.MemberRemoved)

    def swap_member(self, ctx: Context, origin: Origin, remove: Address, add: Address) -> None:
        """Replace a member by another account; no effect if both are the same."""
        ensure_root(origin)
        old, new = lookup(remove), lookup(add)
        if old != new:
            members = self._exchange(ctx, old, new)
            self._restore_prime(ctx, members)
            ctx.emit(self.events.MembersSwapped)

    def reset_members(self, ctx: Context, origin: Origin, members: list[bytes]) -> None:
        """Replace all members."""
        ensure_root(origin)
        ensure(len(members) <= self.most, self.errors.TooManyMembers)
        before = ctx.get(self.storage.Members)
        gone = set(before).difference(members)
        self._store(ctx, gone, members)
        self._restore_prime(ctx, members)
        ctx.emit(self.events.MembersReset)

    def change_key(self, ctx: Context, origin: Origin, new: Address) -> None:
        """Change a member's account; the prime member stays prime."""
        old, account = ensure_signed(origin), lookup(new)
        if old != account:
            self._exchange(ctx, old, account)
            if ctx.get(self.storage.Prime) == old:
                ctx.set(self.storage.Prime, account)
                self.prime_set(ctx, account)
        ctx.emit(self.events.KeyChanged)

    def set_prime(self, ctx: Context, origin: Origin, who: Address) -> None:
        """Make a member the prime member."""
        ensure_root(origin)
        account = lookup(who)
        ensure(account in ctx.get(self.storage.Members), self.errors.NotMember)
        ctx.set(self.storage.Prime, account)
        self.prime_set(ctx, account)

    def clear_prime(self, ctx: Context, origin: Origin) -> None:
        """Clear the prime member."""
        ensure_root(origin)
        ctx.remove(self.storage.Prime)
        self.prime_set(ctx, None)

    def genesis(self, ctx: Context, config: Mapping[str, Any]) -> None:
        """`members`: addresses, each once and at most the limit."""
        members = [ss58.decode(address) for address in config.get("members", ())]
        if len(set(members)) != len(members) or len(members) > self.most:
            raise ValueError(f"members: at most {self.most} accounts, each once")
        if members:
            self._store(ctx, (), members)

    def _exchange(self, ctx: Context, old: bytes, new: bytes) -> list[bytes]:
        members = ctx.get(self.storage.Members)
        ensure(old in members, self.errors.NotMember)
        ensure(new not in members, self.errors.AlreadyMember)
        members[members.index(old)] = new
        self._store(ctx, (old,), members)
        return members

    def _store(self, ctx: Context, gone: Collection[bytes], members: list[bytes]) -> None:
        ordered = sorted(members)
        ctx.set(self.storage.Members, ordered)
        self.changed(ctx, gone, ordered)

    def _restore_prime(self, ctx: Context, members: list[bytes]) -> None:
        """Keep the prime member while it is a member: `changed` clears it."""
        prime = ctx.get(self.storage.Prime)
        if prime in members:
            self.prime_set(ctx, prime)
        else:
            ctx.remove(self.storage.Prime)
