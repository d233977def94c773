"""What accounts have reserved is what proxies, announcements, multisigs and preimages say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from btsdk.keys.hashing import blake2_256
from chain_spec.pallets import multisig, preimage, proxy
from local_node.runtime.frame import Context, DispatchFailure
from local_node.runtime.frame.origin import root, signed
from local_node.runtime.pallets.balances import currency
from tests.unit.local_node.runtime.pallets.acting import REMARK, transfer
from tests.unit.local_node.runtime.support import ALICE, BOB, fresh_context

# few of everything, so that steps meet
ACCOUNTS = [ALICE.public_key, BOB.public_key]
CALLS = (REMARK, transfer(10**18))
CONTENTS = (b"", b"one")
WEIGHT = {"ref_time": 10**10, "proof_size": 10**6}
BEGUN = {"height": 1, "index": 0}

Step = Callable[[bytes, int, bytes], Any]
"""From the other account, a choice (0 or 1) and the hash of the call that it chooses, to a call."""


def proxies(name: str) -> Step:
    return lambda other, n, _: (
        "Proxy",
        (name, {"delegate": ("Id", other), "proxy_type": ("Any", "Owner")[n], "delay": n}),
    )


def announcements(name: str, whom: str) -> Step:
    return lambda other, _, key: ("Proxy", (name, {whom: ("Id", other), "call_hash": key}))


def multisigs(name: str, **args: Any) -> Step:
    def step(other: bytes, n: int, key: bytes) -> Any:
        call = {"call": CALLS[n]} if name == "as_multi" else {"call_hash": key}
        common = {"threshold": 2, "other_signatories": [other]}
        return ("Multisig", (name, {**common, **call, **args}))

    return step


def preimages(name: str) -> Step:
    return lambda _, n, __: ("Preimage", (name, {"hash": blake2_256(CONTENTS[n])}))


STEPS: tuple[Step, ...] = (
    proxies("add_proxy"),
    proxies("remove_proxy"),
    announcements("announce", "real"),
    announcements("remove_announcement", "real"),
    announcements("reject_announcement", "delegate"),
    lambda *_: ("Proxy", "poke_deposit"),
    lambda *_: ("Proxy", "remove_proxies"),
    lambda other, n, _: (
        "Proxy",
        (
            "proxy_announced",
            {
                "delegate": ("Id", other),
                "real": ("Id", ACCOUNTS[n]),
                "force_proxy_type": None,
                "call": CALLS[n],
            },
        ),
    ),
    multisigs("as_multi", maybe_timepoint=None, max_weight=WEIGHT),
    multisigs("as_multi", maybe_timepoint=BEGUN, max_weight=WEIGHT),
    multisigs("approve_as_multi", maybe_timepoint=None, max_weight=WEIGHT),
    multisigs("cancel_as_multi", timepoint=BEGUN),
    lambda _, n, __: ("Preimage", ("note_preimage", {"bytes": CONTENTS[n]})),
    preimages("unnote_preimage"),
    preimages("request_preimage"),
    preimages("unrequest_preimage"),
)


def owed(ctx: Context) -> dict[bytes, int]:
    """What each account has reserved, by the entries that it was reserved for."""
    total = dict.fromkeys(ACCOUNTS, 0)
    for item in (proxy.storage.Proxies, proxy.storage.Announcements):
        for who, (entries, deposit) in ctx.iter(item):
            assert entries
            total[who] += deposit
    for operation in ctx.values(multisig.storage.Multisigs):
        total[operation["depositor"]] += operation["deposit"]
    for kind, fields in ctx.values(preimage.storage.RequestStatusFor):
        ticket = fields["ticket" if kind == "Unrequested" else "maybe_ticket"]
        if ticket is not None:
            total[ticket[0]] += ticket[1]
    return total


def carry_out(ctx: Context, step: Step, signer: int, choice: int) -> None:
    key = blake2_256(ctx.runtime.encode_call(CALLS[choice]))
    call = step(ACCOUNTS[1 - signer], choice, key)
    as_root = call[1][0] in ("request_preimage", "unrequest_preimage")
    try:
        ctx.dispatch(call, root if as_root else signed(ACCOUNTS[signer]))
    except DispatchFailure:
        return


bits = st.integers(0, 1)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(STEPS), bits, bits), min_size=20, max_size=60))
def test_nothing_stays_reserved_without_a_reason(steps: list[tuple[Step, int, int]]):
    ctx = fresh_context()
    for step in steps:
        carry_out(ctx, *step)
        reserved = {who: currency.reserved(ctx, who) for who in ACCOUNTS}
        assert reserved == owed(ctx)
