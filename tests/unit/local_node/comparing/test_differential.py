"""The bundled runtime against Subtensor's own, compiled: random calls of pallets that both have.

`BTSDK_RAW_SPEC` names the raw spec with that runtime (spec version 218), which is not part of this
project; `BTSDK_SEQUENCES` is how many sequences are tried. Errors and events are to be equal, but
for events of fees and deposits: releases price calls differently.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from typing import Any

import pytest

from btsdk.keys.hashing import blake2_256
from btsdk.keys.keypair import Keypair
from chain_spec import chains
from local_node.comparing.compare import PAYMENT
from local_node.comparing.outcome import Outcome, perform, prepare
from local_node.comparing.script import Script, Step
from local_node.local_chain import LocalChain

SPEC = os.environ.get("BTSDK_RAW_SPEC", "")
SEQUENCES = int(os.environ.get("BTSDK_SEQUENCES", "40"))
LENGTH = 6
PEOPLE = ("//Alice", "//Bob", "//Carl")
KEYS = {name: Keypair.from_uri(name).public_key for name in PEOPLE}
AMOUNTS = (0, 1, 499, 500, 10**9, 5 * 10**11, 10**12, 5 * 10**12)
"""Less than there is on the smaller chain: of more than that, Substrate says something else."""

Call = tuple[str, str, dict[str, Any]]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not SPEC, reason="BTSDK_RAW_SPEC names no raw chain spec (none is part of this project)"
    ),
]


class Calls:
    """Random calls; the same seed gives the same ones."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def step(self) -> Step:
        pallet, name, args = self.call(2)
        # a Sudo call of anybody else is refused by 425 before it is in a block, by 218 in it
        signer = PEOPLE[0] if pallet == "Sudo" else self.random.choice(PEOPLE)
        return Step(signer, pallet, name, args)

    def call(self, depth: int) -> Call:
        if depth == 0 or self.random.random() < 0.5:
            return self.random.choice(self._leaves())()
        return self.random.choice(self._nests(depth))()

    def _who(self) -> bytes:
        return KEYS[self.random.choice(PEOPLE)]

    def _id(self) -> tuple[str, bytes]:
        return "Id", self._who()

    def _leaves(self) -> list[Callable[[], Call]]:
        pick, some = self.random.choice, self.random.randrange
        content = bytes((some(4),)) * 8
        kinds = ("Any", "NonTransfer", "Staking")
        return [
            lambda: ("System", "remark_with_event", {"remark": b"x" * some(40)}),
            lambda: (
                "Balances",
                pick(("transfer_keep_alive", "transfer_allow_death")),
                {"dest": self._id(), "value": pick(AMOUNTS)},
            ),
            lambda: (
                "Balances",
                "transfer_all",
                {"dest": self._id(), "keep_alive": pick((True, False))},
            ),
            lambda: (
                "Balances",
                "burn",
                {"value": pick(AMOUNTS), "keep_alive": pick((True, False))},
            ),
            lambda: (
                "Balances",
                "force_transfer",
                {"source": self._id(), "dest": self._id(), "value": pick(AMOUNTS)},
            ),
            lambda: ("Preimage", "note_preimage", {"bytes": content}),
            lambda: ("Preimage", "unnote_preimage", {"hash": blake2_256(content)}),
            lambda: (
                "Proxy",
                pick(("add_proxy", "remove_proxy")),
                {"delegate": self._id(), "proxy_type": pick(kinds), "delay": pick((0, 0, 1))},
            ),
            lambda: ("Proxy", "remove_proxies", {}),
        ]

    def _nests(self, depth: int) -> list[Callable[[], Call]]:
        pick, some = self.random.choice, self.random.randrange
        return [
            lambda: (
                "Utility",
                pick(("batch", "batch_all", "force_batch")),
                {"calls": [self._inner(depth) for _ in range(some(4))]},
            ),
            lambda: ("Utility", "as_derivative", {"index": some(2), "call": self._inner(depth)}),
            lambda: (
                "Proxy",
                "proxy",
                {"real": self._id(), "force_proxy_type": None, "call": self._inner(depth)},
            ),
            lambda: (
                "Multisig",
                "as_multi_threshold_1",
                {"other_signatories": [self._who()], "call": self._inner(depth)},
            ),
            lambda: ("Sudo", "sudo", {"call": self._inner(depth)}),
            lambda: (
                "Scheduler",
                "schedule_after",
                {
                    "after": 1 + some(2),
                    "maybe_periodic": None,
                    "priority": some(256),
                    "call": self._inner(depth),
                },
            ),
        ]

    def _inner(self, depth: int) -> Any:
        pallet, name, args = self.call(depth - 1)
        return pallet, (name, args) if args else name


def seen(outcome: Outcome) -> list[str]:
    """The events that do not tell of money for the author."""
    fees = {*PAYMENT, "Balances.Deposit"}
    return [name for name, _ in outcome.events if name not in fees]


def is_explained(mine: Outcome, referee: Outcome) -> bool:
    """Whether the two differ because the releases do (docs/chain.md)."""
    errors = mine.error or "", referee.error or ""
    if errors == (".Token.CannotCreateHold", ".Token.FundsUnavailable"):
        return True  # the deposit of an account that does not exist
    if any("Payment" in error for error in errors) and mine.error != referee.error:
        return True  # fees differ, and so does who can pay one
    # 425 forbids Utility's calls inside of themselves
    return errors[0] == "System.CallFiltered" and errors[1] != errors[0]


def test_random_calls_do_the_same_on_both() -> None:
    unexplained = []
    with LocalChain("dev") as ours, LocalChain(chains.load(SPEC)) as theirs:
        both = (ours, theirs)
        for chain in both:
            prepare(chain, Script(PEOPLE[0], dict.fromkeys(PEOPLE, 10**13), ()))
        starts = [chain.snapshot() for chain in both]
        for seed in range(SEQUENCES):
            calls = Calls(seed)
            for chain, start in zip(both, starts, strict=True):
                chain.revert(start)
            for number in range(LENGTH):
                step = calls.step()
                mine, referee = (perform(chain, step) for chain in both)
                if is_explained(mine, referee):
                    break  # from here on they have done different things
                if (mine.error, seen(mine)) != (referee.error, seen(referee)):
                    unexplained.append((seed, number, str(step), mine.error, referee.error))
                    break
    assert unexplained == []
