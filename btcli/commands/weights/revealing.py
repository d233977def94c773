"""What `weights reveal` reveals: what was typed, a file, or the oldest kept commitment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Option

from btcli.commands.weights import commitments
from btcli.context import Context
from btcli.failures import NotFound
from btsdk.errors import UsageError
from btsdk.ops import RevealWeights

if TYPE_CHECKING:
    from btsdk.client import Client

FileOption = Annotated[
    Path | None,
    Option("--salt-file", metavar="FILE", help="File of `weights commit` with the salt."),
]
Row = tuple[Sequence[int], Sequence[float]]


@dataclass(frozen=True)
class Request:
    """What was typed: a row with its salt, or a file, or neither."""

    netuid: int
    mechanism: int
    row: Row | None
    salt: tuple[int, ...]
    version_key: int | None
    file: Path | None


def request(
    netuid: int,
    mechanism: int,
    row: Row | None,
    salt: Sequence[int],
    version_key: int | None,
    file: Path | None,
) -> Request:
    """Check what was typed; raises `UsageError` for a part of it alone."""
    if row is not None and file is not None:
        raise UsageError("give either --salt-file, or --uids, --weights and --salt")
    if row is not None and not salt:
        raise UsageError(
            "missing --salt",
            hint="Use the salt of the commitment, or omit --uids and --weights if it was kept.",
        )
    return Request(netuid, mechanism, row, tuple(salt), version_key, file)


def found(context: Context, client: Client, wanted: Request) -> tuple[RevealWeights, Path | None]:
    """The operation, and the file that has it."""
    hotkey = context.wallet.hotkeypub.ss58_address
    if wanted.row is None:
        path = wanted.file or _oldest(client, wanted, hotkey)
        return _of_file(path, wanted, hotkey), path
    key = wanted.version_key
    if key is None:
        key = client.head().weight_rules(wanted.netuid, wanted.mechanism).version_key
    netuid, mechanism = wanted.netuid, wanted.mechanism
    return RevealWeights(netuid, *wanted.row, key, wanted.salt, mechanism), None


def _of_file(path: Path, wanted: Request, hotkey: str) -> RevealWeights:
    owner, reveal = commitments.kept(path)
    if (reveal.netuid, reveal.mechanism) != (wanted.netuid, wanted.mechanism):
        raise UsageError(
            f"{path} is of subnet {reveal.netuid}, mechanism {reveal.mechanism}, not of subnet "
            f"{wanted.netuid}, mechanism {wanted.mechanism}"
        )
    if owner != hotkey:
        raise UsageError(f"{path} is of the hotkey {owner}, not {hotkey}")
    return reveal


def _oldest(client: Client, wanted: Request, hotkey: str) -> Path:
    """The file of the oldest commitment on the chain that has one; raises `NotFound`."""
    netuid, mechanism = wanted.netuid, wanted.mechanism
    open_ones = client.head().weight_commits(netuid, hotkey, mechanism)
    genesis = client.info().genesis_hash
    path = commitments.first_kept(
        commitments.file_of(genesis, netuid, mechanism, one.digest) for one in open_ones
    )
    if path is not None:
        return path
    what = "no open commitment" if not open_ones else "no kept salt for its commitments"
    raise NotFound(
        f"{hotkey} has {what} on subnet {netuid}",
        hint="`btcli weights commit` makes one. To reveal another one, use --salt-file, or --uids, "
        "--weights and --salt.",
    )
