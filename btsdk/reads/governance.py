"""The former governance, on chains that have it: the council, the senate, and their motions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from btsdk.keys import ss58
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage, storage_many
from btsdk.storage import senate_members, sudo, triumvirate


@dataclass(frozen=True)
class Proposal:
    """A motion: a call that passes with `threshold` ayes. It can be closed once it is decided, and
    from block `end` on in any case."""

    proposal_hash: bytes
    index: int
    threshold: int
    ayes: tuple[str, ...]
    nays: tuple[str, ...]
    end: int
    call: tuple[str, str, dict[str, Any]]
    """Pallet, name and arguments, in the codec's shapes."""


def council(at: BlockContext) -> Program[tuple[str, ...]]:
    """The members of the Triumvirate, who propose; `IncompatibleItem` without governance."""
    return tuple(map(ss58.encode, (yield from storage(at, triumvirate.Members))))


def senate(at: BlockContext) -> Program[tuple[str, ...]]:
    """The hotkeys of the senate, who vote; if there are none, the council votes."""
    return tuple(map(ss58.encode, (yield from storage(at, senate_members.Members))))


def proposals(at: BlockContext) -> Program[tuple[Proposal, ...]]:
    """The open motions with their votes, in the order in which they were proposed."""
    hashes = yield from storage(at, triumvirate.Proposals)
    wanted: list[Any] = []
    for digest in hashes:
        wanted += [(triumvirate.ProposalOf, (digest,)), (triumvirate.Voting, (digest,))]
    values = yield from storage_many(at, wanted)
    pairs = zip(values[::2], values[1::2], strict=True)
    return tuple(
        _proposal(digest, call, votes)
        for digest, (call, votes) in zip(hashes, pairs, strict=True)
        if call is not None and votes is not None
    )


def sudo_key(at: BlockContext) -> Program[str | None]:
    """The account that may act as root; None if the chain has none."""
    key = yield from storage(at, sudo.Key)
    return None if key is None else ss58.encode(key)


def _proposal(digest: bytes, call: Any, votes: Any) -> Proposal:
    pallet, inner = call
    name, arguments = inner if isinstance(inner, tuple) else (inner, {})
    return Proposal(
        proposal_hash=digest,
        index=votes["index"],
        threshold=votes["threshold"],
        ayes=tuple(map(ss58.encode, votes["ayes"])),
        nays=tuple(map(ss58.encode, votes["nays"])),
        end=votes["end"],
        call=(pallet, name, arguments),
    )
