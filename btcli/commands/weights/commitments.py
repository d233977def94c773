"""Commitments to weights, kept as files until they are revealed.

A file has what a reveal needs: the salt and the row. Its name has the genesis of the chain, the
storage index and the hash of the commitment, so that a commitment on the chain leads to its file.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from btsdk import atomic_file
from btsdk.errors import UsageError
from btsdk.keys import ss58
from btsdk.ops.commit_weights import CommitWeights, RevealWeights, weight_hash
from btsdk.reads.weights import storage_index

if TYPE_CHECKING:
    from collections.abc import Iterable

_FIELDS = ("netuid", "mechanism", "hotkey", "uids", "weights", "version_key", "salt")


def default_folder() -> Path:
    """The user's own folder of commitments."""
    from platformdirs import user_state_path  # noqa: PLC0415  # start-up: only where it is used

    return user_state_path("btsdk") / "weights"


def digest_of(commit: CommitWeights | RevealWeights, hotkey: str) -> bytes:
    """The hash that the chain stores of a commitment."""
    index = storage_index(commit.netuid, commit.mechanism)
    key = ss58.decode(hotkey)
    return weight_hash(key, index, commit.row, commit.salt, commit.version_key)


def file_of(genesis_hash: str, netuid: int, mechanism: int, digest: bytes) -> Path:
    """The file of a commitment in the user's folder."""
    index = storage_index(netuid, mechanism)
    name = f"{genesis_hash.removeprefix('0x')[:16]}-{index}-{digest.hex()}.json"
    return default_folder() / name


def keep(path: Path, commit: CommitWeights, hotkey: str) -> None:
    """Write the file, readable by its owner alone; raises `UsageError` if it cannot be written."""
    content = {
        "netuid": commit.netuid,
        "mechanism": commit.mechanism,
        "hotkey": hotkey,
        "uids": list(commit.row.uids),
        "weights": list(commit.row.values),
        "version_key": commit.version_key,
        "salt": list(commit.salt),
    }
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with atomic_file.replacing(path, flush=True) as file:
            file.write(json.dumps(content).encode())
    except OSError as error:
        raise UsageError(
            f"the salt cannot be kept in {path}: {error.strerror}",
            hint="Name another file with --salt-file.",
        ) from error


def kept(path: Path) -> tuple[str, RevealWeights]:
    """The hotkey of a commitment and the operation that reveals it; raises `UsageError`."""
    try:
        read: Any = json.loads(path.read_bytes())
        netuid, mechanism, hotkey, uids, weights, version_key, salt = (
            read[name] for name in _FIELDS
        )
        ss58.decode(hotkey)
        reveal = RevealWeights(netuid, uids, weights, version_key, tuple(salt), mechanism)
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from error
    except (ValueError, TypeError, KeyError) as error:
        raise UsageError(f"{path} is no file of a commitment") from error
    return hotkey, reveal


def first_kept(paths: Iterable[Path]) -> Path | None:
    """The first file that exists."""
    return next((path for path in paths if path.is_file()), None)
