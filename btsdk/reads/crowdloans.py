"""Crowdloans: their state, contributions and the chain's limits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from btsdk.constants import crowdloan as constants
from btsdk.descriptors.inputs import Account
from btsdk.integers import whole
from btsdk.keys import ss58
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import constant, storage, storage_many, storage_map
from btsdk.storage import crowdloan as items
from btsdk.storage.preimage import PreimageFor
from btsdk.units import Tao

if TYPE_CHECKING:
    from btsdk.descriptors import values as v

_U32_MAX = (1 << 32) - 1


@dataclass(frozen=True)
class Crowdloan:
    """A crowdloan. `end` is the block at which contributions close.

    Finalizing it sends the raised TAO to `target`, or dispatches a call: `call` are its bytes,
    None if there is none or the chain keeps only its hash (`call_hash`).
    """

    id: int
    creator: str
    deposit: Tao
    min_contribution: Tao
    max_contribution: Tao | None
    cap: Tao
    raised: Tao
    end: int
    funds_account: str
    target: str | None
    call: bytes | None
    call_hash: bytes | None
    finalized: bool
    contributors: int

    @property
    def missing(self) -> Tao:
        """The TAO still missing to the cap."""
        return Tao.from_rao(max(self.cap.rao - self.raised.rao, 0))


@dataclass(frozen=True)
class CrowdloanConstants:
    """The chain's limits for crowdloans. Durations are in blocks."""

    min_deposit: Tao
    min_contribution: Tao
    min_duration: int
    max_duration: int
    refunds_per_call: int
    max_contributors: int


def crowdloan(at: BlockContext, crowdloan_id: int) -> Program[Crowdloan | None]:
    """A crowdloan by its number; None if there is none."""
    number = crowdloan_id_of(crowdloan_id)
    value, most = yield from storage_many(
        at, [(items.Crowdloans, (number,)), (items.MaxContributions, (number,))]
    )
    if value is None:
        return None
    return (yield from _crowdloan(at, number, value, most))


def crowdloans(at: BlockContext) -> Program[tuple[Crowdloan, ...]]:
    """All crowdloans, by number."""
    entries = yield from storage_map(at, items.Crowdloans)
    limits = {key[0]: most for key, most in (yield from storage_map(at, items.MaxContributions))}
    found = []
    for (number,), value in sorted(entries, key=lambda entry: entry[0]):
        if value is not None:
            found.append((yield from _crowdloan(at, number, value, limits.get(number))))
    return tuple(found)


def crowdloan_contributions(at: BlockContext, crowdloan_id: int) -> Program[dict[str, Tao]]:
    """The contributions to a crowdloan by address, the creator's deposit included."""
    entries = yield from storage_map(at, items.Contributions, crowdloan_id_of(crowdloan_id))
    return {ss58.encode(who): Tao.from_rao(rao or 0) for (_, who), rao in entries}


def crowdloan_contribution(at: BlockContext, crowdloan_id: int, account: Account) -> Program[Tao]:
    """The contribution of one account; zero without one."""
    number = crowdloan_id_of(crowdloan_id)
    return Tao.from_rao((yield from storage(at, items.Contributions, number, account)) or 0)


def next_crowdloan_id(at: BlockContext) -> Program[int]:
    """The number of the next crowdloan to be created."""
    return (yield from storage(at, items.NextCrowdloanId))


def crowdloan_constants(at: BlockContext) -> Program[CrowdloanConstants]:
    """The chain's limits for crowdloans."""
    yield from ()
    return CrowdloanConstants(
        min_deposit=Tao.from_rao(constant(at, constants.MinimumDeposit)),
        min_contribution=Tao.from_rao(constant(at, constants.AbsoluteMinimumContribution)),
        min_duration=constant(at, constants.MinimumBlockDuration),
        max_duration=constant(at, constants.MaximumBlockDuration),
        refunds_per_call=constant(at, constants.RefundContributorsLimit),
        max_contributors=constant(at, constants.MaxContributors),
    )


def crowdloan_id_of(value: Any) -> int:
    """The number as an `int`; `UsageError` if no crowdloan can have it."""
    return whole(value, "crowdloan_id", 0, _U32_MAX)


def _crowdloan(
    at: BlockContext, number: int, value: v.CrowdloanInfo, most: int | None
) -> Program[Crowdloan]:
    call, call_hash = yield from _call(at, value["call"])
    target = value["target_address"]
    return Crowdloan(
        id=number,
        creator=ss58.encode(value["creator"]),
        deposit=Tao.from_rao(value["deposit"]),
        min_contribution=Tao.from_rao(value["min_contribution"]),
        max_contribution=None if most is None else Tao.from_rao(most),
        cap=Tao.from_rao(value["cap"]),
        raised=Tao.from_rao(value["raised"]),
        end=value["end"],
        funds_account=ss58.encode(value["funds_account"]),
        target=None if target is None else ss58.encode(target),
        call=call,
        call_hash=call_hash,
        finalized=value["finalized"],
        contributors=value["contributors_count"],
    )


def _call(at: BlockContext, bound: Any) -> Program[tuple[bytes | None, bytes | None]]:
    """The bytes of a stored call and its hash: kept inline, or long ones in Preimage."""
    match bound:
        case ("Inline", bytes(data)):
            return data, None
        case ("Lookup", {"hash": bytes(digest), "len": int(length)}):
            return (yield from storage(at, PreimageFor, (digest, length))), digest
        case ("Legacy", {"hash": bytes(digest)}):
            return None, digest
    return None, None
