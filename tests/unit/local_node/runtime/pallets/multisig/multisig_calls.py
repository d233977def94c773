"""Calls of Multisig by Alice, Bob and Charlie, and what they leave."""

from __future__ import annotations

from typing import Any

from btsdk.keys import Keypair
from btsdk.keys.hashing import blake2_256
from chain_spec.pallets import multisig as declared
from local_node.runtime.pallets.multisig.signatories import multi_account
from tests.unit.local_node.runtime.support import ALICE, BOB, CHARLIE, Node

errors = declared.errors


ANY_WEIGHT = {"ref_time": 10_000_000_000, "proof_size": 1_000_000}


DEPOSIT_OF_TWO = 196_000_000  # 0.132 TAO, and 0.032 for each of the threshold


ALL = sorted(who.public_key for who in (ALICE, BOB, CHARLIE))


ACCOUNT = multi_account(ALL, 2)


def others(who: Keypair) -> list[bytes]:
    return [account for account in ALL if account != who.public_key]


def call(name: str, **args: Any) -> Any:
    return ("Multisig", (name, args))


def sign(who: Keypair, inner: Any, when: Any = None, **changes: Any) -> Any:
    args = {
        "threshold": 2,
        "other_signatories": others(who),
        "maybe_timepoint": when,
        "call": inner,
        "max_weight": ANY_WEIGHT,
    }
    return call("as_multi", **{**args, **changes})


def approve(who: Keypair, call_hash: bytes, when: Any = None, **changes: Any) -> Any:
    args = {
        "threshold": 2,
        "other_signatories": others(who),
        "maybe_timepoint": when,
        "call_hash": call_hash,
        "max_weight": ANY_WEIGHT,
    }
    return call("approve_as_multi", **{**args, **changes})


def cancel(who: Keypair, call_hash: bytes, when: Any, **changes: Any) -> Any:
    args = {
        "threshold": 2,
        "other_signatories": others(who),
        "timepoint": when,
        "call_hash": call_hash,
    }
    return call("cancel_as_multi", **{**args, **changes})


def encoded(node: Node, inner: Any) -> bytes:
    return node.executive.assembly.encode_call(inner)


def hashed(node: Node, inner: Any) -> bytes:
    return blake2_256(encoded(node, inner))


def now(node: Node) -> dict[str, int]:
    """The timepoint of what went into the last block, after its timestamp."""
    return {"height": node.best[0], "index": 1}


def stored(node: Node, inner: Any, account: bytes = ACCOUNT) -> Any:
    return node.context().get(declared.storage.Multisigs, (account, hashed(node, inner)))


def used(node: Node) -> dict[str, Any]:
    """The dispatch info of the last extrinsic."""
    info: dict[str, Any] = node.events()[-1][2]["dispatch_info"]
    return info
