"""The fields of `SelectiveMetagraph`, and attributes that are computed from them on first use."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from btsdk.errors import UsageError

if TYPE_CHECKING:
    from btsdk.reads.metagraph.fetched import Fetched

T = TypeVar("T")

NAMES = (
    "netuid", "name", "symbol", "identity", "network_registered_at", "owner_hotkey",
    "owner_coldkey", "block", "tempo", "last_step", "blocks_since_last_step", "subnet_emission",
    "alpha_in", "alpha_out", "tao_in", "alpha_out_emission", "alpha_in_emission",
    "tao_in_emission", "pending_alpha_emission", "pending_root_emission", "subnet_volume",
    "moving_price", "rho", "kappa", "min_allowed_weights", "max_weights_limit", "weights_version",
    "weights_rate_limit", "activity_cutoff", "max_validators", "num_uids", "max_uids", "burn",
    "difficulty", "registration_allowed", "pow_registration_allowed", "immunity_period",
    "min_difficulty", "max_difficulty", "min_burn", "max_burn", "adjustment_alpha",
    "adjustment_interval", "target_regs_per_interval", "max_regs_per_block",
    "serving_rate_limit", "commit_reveal_weights_enabled", "commit_reveal_period",
    "liquid_alpha_enabled", "alpha_high", "alpha_low", "bonds_moving_avg", "hotkeys", "coldkeys",
    "identities", "axons", "active", "validator_permit", "pruning_score", "last_update",
    "emission", "dividends", "incentives", "consensus", "trust", "rank", "block_at_registration",
    "alpha_stake", "tao_stake", "total_stake", "tao_dividends_per_hotkey",
    "alpha_dividends_per_hotkey", "validators", "commitments",
)  # fmt: skip
"""The chain's names of the fields; the place of each is the number by which it is requested."""

VALIDATOR_TRUST = "validator_trust"
"""A column that the API lacks; it is read from storage."""

ALWAYS = ("block", "num_uids")


class Attribute(Generic[T]):
    """An attribute of a metagraph, computed from one field of the chain on first use."""

    def __init__(self, source: str, read: Callable[[Any, Fetched], T]) -> None:
        self.source = source
        self.read = read

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, graph: None, owner: Any) -> Attribute[T]: ...
    @overload
    def __get__(self, graph: Fetched, owner: Any) -> T: ...
    def __get__(self, graph: Fetched | None, owner: Any) -> Attribute[T] | T:
        if graph is None:
            return self
        if self.source not in graph.fetched:
            raise UsageError(
                f"this metagraph was fetched without {self.name!r}",
                hint=f"Add it to the fields: fields=[…, {self.name!r}], or fetch all of them.",
            )
        value = self.read(graph.fetched[self.source], graph)
        graph.__dict__[self.name] = value  # found there next time: `Attribute` has no `__set__`
        return value


def sources(known: dict[str, tuple[str, ...]], wanted: Iterable[str] | None) -> frozenset[str]:
    """The chain's fields that attributes need; of all attributes for None.

    `known` has the fields by attribute. Raises `UsageError` for an unknown attribute.
    """
    if wanted is None:
        return frozenset((*NAMES[1:], VALIDATOR_TRUST))  # the caller knows the netuid
    if isinstance(wanted, str):
        wanted = (wanted,)
    found = set(ALWAYS)
    for name in wanted:
        if name not in known:
            close = get_close_matches(str(name), known, 1)
            hint = f"Did you mean {close[0]!r}?" if close else f"There are {', '.join(known)}."
            raise UsageError(f"a metagraph has no field {name!r}", hint=hint)
        found.update(known[name])
    return frozenset(found)
