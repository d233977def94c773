"""What `weights commit` does: keep the salt, submit, and drop the file if nothing was sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Option

from btcli.commands.weights import commitments
from btcli.context import Context
from btcli.failures import Declined, Interrupted, PredictedRefusal
from btcli.output import Result
from btcli.render.blocks import Facts
from btcli.transaction import transact
from btsdk.errors import UsageError, WalletError
from btsdk.ops import CommitWeights

if TYPE_CHECKING:
    from btsdk.client import Client, View

NewFileOption = Annotated[
    Path | None,
    Option("--salt-file", metavar="FILE", help="File to keep the salt in; by default the user's."),
]

_UNSENT = (Declined, Interrupted, PredictedRefusal, UsageError, WalletError)
"""Errors of a transaction that was not sent."""


@dataclass(frozen=True)
class Wanted:
    """The weights to commit to; an empty salt is for a random one."""

    netuid: int
    mechanism: int
    uids: Sequence[int]
    weights: Sequence[float]
    salt: Sequence[int]


def commitment(view: View, wanted: Wanted, version_key: int | None) -> CommitWeights:
    """The operation; without a version key it has that of the subnet."""
    if version_key is None:
        version_key = view.weight_rules(wanted.netuid, wanted.mechanism).version_key
    commit = CommitWeights(
        wanted.netuid, wanted.uids, wanted.weights, version_key, mechanism=wanted.mechanism
    )
    return replace(commit, salt=tuple(wanted.salt)) if wanted.salt else commit


def carry_out(context: Context, client: Client, commit: CommitWeights, file: Path | None) -> Result:
    """Keep the salt and submit; without a transaction no new file is left."""
    hotkey = context.wallet.hotkeypub.ss58_address
    digest = commitments.digest_of(commit, hotkey)
    path = None if context.choices.dry_run else _kept(client, commit, hotkey, digest, file)
    try:
        outcome = transact(context, client, commit, "hotkey")
    except _UNSENT:
        if path is not None and context.output.submission is None:
            path.unlink(missing_ok=True)
        raise
    facts = () if path is None else (Facts((("salt kept in", str(path)),)),)
    row = commit.row
    return outcome.result(
        *facts,
        netuid=commit.netuid,
        mechanism=commit.mechanism,
        uids=list(row.uids),
        weights=list(row.values),
        version_key=commit.version_key,
        commit_hash=f"0x{digest.hex()}",
        salt_file=None if path is None else str(path),
    )


def _kept(
    client: Client, commit: CommitWeights, hotkey: str, digest: bytes, file: Path | None
) -> Path:
    if file is not None and file.exists():
        raise UsageError(f"{file} exists already", hint="Name a new file with --salt-file.")
    usual = commitments.file_of(client.info().genesis_hash, commit.netuid, commit.mechanism, digest)
    path = usual if file is None else file.absolute()
    commitments.keep(path, commit, hotkey)
    return path
