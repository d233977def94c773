"""Locks in JSON and on a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, TypedDict

from btcli.commands.lock.lock_options import Mode
from btcli.documents import TransactionData
from btcli.output import Result
from btcli.render.blocks import Facts, Table

if TYPE_CHECKING:
    from btcli.terminal.block import Block
    from btcli.transaction import Outcome
    from btsdk.client import Client
    from btsdk.reads.locks import StakeLock


class LockDocument(TypedDict):
    """A lock of a coldkey on a subnet."""

    netuid: int
    coldkey: str
    hotkey: str
    locked_alpha: str
    conviction_alpha: str
    mode: Mode


class LockChangeData(TransactionData):
    """The result of a command that changes a lock."""

    coldkey: str
    netuid: int
    lock: Annotated[
        LockDocument | None,
        "afterwards; null if there is none, or without waiting for the block",
    ]


def mode_in_words(perpetual: bool) -> Mode:
    """Whether a lock keeps its amount."""
    return "perpetual" if perpetual else "decaying"


def lock_document(lock: StakeLock) -> LockDocument:
    """A lock."""
    return {
        "netuid": lock.netuid,
        "coldkey": lock.coldkey,
        "hotkey": lock.hotkey,
        "locked_alpha": lock.amount.decimal(),
        "conviction_alpha": lock.conviction.decimal(),
        "mode": mode_in_words(lock.perpetual),
    }


def lock_table(coldkey: str, found: Sequence[StakeLock]) -> Table:
    """A row for each lock."""
    return Table(
        ("subnet", "hotkey", "locked", "conviction", "mode"),
        [
            (
                str(lock.netuid),
                lock.hotkey,
                f"{lock.amount:,.4}",
                f"{lock.conviction:,.4}",
                mode_in_words(lock.perpetual),
            )
            for lock in found
        ],
        title=f"Locks of {coldkey}",
        right=frozenset({"subnet", "locked", "conviction"}),
        spare=("mode",),
        empty=f"{coldkey} has no lock.",
    )


def targeting_table(hotkey: str, netuid: int, found: Sequence[StakeLock]) -> Table:
    """A row for each lock to one hotkey."""
    return Table(
        ("coldkey", "locked", "conviction", "mode"),
        [
            (
                lock.coldkey,
                f"{lock.amount:,.4}",
                f"{lock.conviction:,.4}",
                mode_in_words(lock.perpetual),
            )
            for lock in found
        ],
        title=f"Locks to {hotkey} on subnet {netuid}",
        right=frozenset({"locked", "conviction"}),
        spare=("mode",),
        empty=f"Nothing is locked to {hotkey} on subnet {netuid}.",
    )


def lock_facts(lock: StakeLock) -> Facts:
    """One lock."""
    return Facts(
        (
            ("hotkey", lock.hotkey),
            ("locked", f"{lock.amount:,}"),
            ("conviction", f"{lock.conviction:,}"),
            ("mode", mode_in_words(lock.perpetual)),
        ),
        title=f"Lock of {lock.coldkey} on subnet {lock.netuid}",
    )


def change_result(
    client: Client, outcome: Outcome, coldkey: str, netuid: int, *further: Block
) -> Result:
    """The result of a change, with the lock afterwards."""
    lock = None
    if outcome.done is not None:
        lock = client.at(outcome.done.block_hash).coldkey_lock(coldkey, netuid)
    document = None if lock is None else lock_document(lock)
    blocks = () if lock is None else (lock_facts(lock),)
    return outcome.result(*blocks, *further, coldkey=coldkey, netuid=netuid, lock=document)
