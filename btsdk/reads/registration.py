"""The terms of registration on a subnet: price, and difficulty of the proof of work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from btsdk.integers import netuid_of
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage_many
from btsdk.storage import subtensor
from btsdk.units import Tao

PowForm = Literal["pow_register", "register"]
_ITEMS = (
    subtensor.Burn,
    subtensor.Difficulty,
    subtensor.NetworkRegistrationAllowed,
    subtensor.NetworkPowRegistrationAllowed,
)


@dataclass(frozen=True)
class Registration:
    """The terms of registration. `pow_form` is the call that takes a proof of work.

    Every runtime has `register`, but since early 2026 Subtensor's ignores the proof and charges the
    price; only `pow_allowed` says whether proofs are accepted.
    """

    netuid: int
    price: Tao
    difficulty: int
    allowed: bool
    pow_allowed: bool
    pow_form: PowForm | None


def registration(at: BlockContext, netuid: int) -> Program[Registration]:
    """Price, difficulty and forms of registration on a subnet at this block."""
    netuid = netuid_of(netuid)
    found = yield from storage_many(at, [(item, (netuid,)) for item in _ITEMS])
    price, difficulty, allowed, pow_allowed = found
    return Registration(netuid, Tao.from_rao(price), difficulty, allowed, pow_allowed, pow_form(at))


def pow_form(at: BlockContext) -> PowForm | None:
    """`pow_register` if the runtime has it, otherwise the classic `register`."""
    calls = at.metadata.pallet("SubtensorModule").calls
    if "pow_register" in calls:
        return "pow_register"
    return "register" if "register" in calls else None
