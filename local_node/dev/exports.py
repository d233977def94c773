"""Exports: a chain as a file, gzip over lines of JSON, written and read line by line.

    {"btsdk chain export": 1, "chain": …, "spec": …, "genesis": …, "code": "0x…"}
    {"impersonated": ["0x…"]}                    accounts whose signatures are not checked from here
    "0x…"                                        a block, whole, SCALE; from number 1 up
    {"head": …, "blocks": …, "clockOffsetMs": …} the end; a file without it was cut off

`code` is the compiled runtime with which the chain began, unless the spec has it. The file is not
trusted: an import executes the blocks. So the reader checks only that it is complete, and that no
line is larger than a block can be.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, NamedTuple

from btsdk.atomic_file import SHARED, replacing
from btsdk.errors import DecodeError, UsageError
from btsdk.hexadecimal import from_hex
from local_node.chain.block import Block
from local_node.chain.state_upgrade import is_upgrade

FORMAT: Final = 1
"""Version of the file; a reader refuses a newer one."""

_MAGIC: Final = "btsdk chain export"
_TEXTS: Final = ("chain", "spec", "genesis")
_LINE: Final = 128 * 1024 * 1024
"""The longest line in characters: a block with its patches."""

Parts = Callable[[int], "dict[str, Any]"]
"""Gives the part of a dump that begins with a block (`dev_dump`)."""
Progress = Callable[[int, int], None]
"""Called with the number of finished blocks and the total."""


class Exported(NamedTuple):
    """The first line of a file. `code` is the compiled runtime with which the chain began; None if
    that was the bundled one, or is in the spec."""

    chain: str
    spec: str
    genesis: str
    code: bytes | None = None


class End(NamedTuple):
    """The last line of a file. `head` is the hash of the last block, `blocks` their count."""

    head: str
    blocks: int
    clock_offset_ms: int


class ImpersonationItem(NamedTuple):
    """From here on these accounts are impersonated, in addition to those before."""

    accounts: tuple[bytes, ...]


Item = Block | ImpersonationItem | End


# Writing


def write_export(path: Path, parts: Parts, progress: Progress = lambda *_: None) -> End:
    """Write a chain to `path`; the file is complete afterwards, or unchanged.

    Raises `UsageError` if the head moves to another branch meanwhile, or the file cannot be
    written.
    """
    try:
        with (
            replacing(path, SHARED, flush=True) as raw,
            gzip.GzipFile(filename="", mode="wb", fileobj=raw, compresslevel=6, mtime=0) as out,
        ):
            return _write(out, parts, progress)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror or error}") from error


def _write(out: gzip.GzipFile, parts: Parts, progress: Progress) -> End:
    part = parts(1)
    known: list[str] = []
    last, count = part["genesis"], 0
    wanted = _TEXTS if part["code"] is None else Exported._fields
    _line(out, {_MAGIC: FORMAT, **{name: part[name] for name in wanted}})
    while True:
        if part["impersonated"] != known:
            known = part["impersonated"]
            _line(out, {"impersonated": known})
        for text in part["blocks"]:
            last = _following(text, last)
            _line(out, text)
            count += 1
        progress(count, part["height"])
        if part["next"] is None:
            break
        part = parts(part["next"])
    if last != part["head"]:
        raise _reorganised()
    end = End(last, count, part["clockOffsetMs"])
    _line(out, {"head": end.head, "blocks": count, "clockOffsetMs": end.clock_offset_ms})
    return end


def _following(text: str, last: str) -> str:
    """The hash of a block, whose parent must be `last`."""
    block = Block.decode(from_hex(text))
    if block.header.parent_hash.hex() != last[2:]:
        raise _reorganised()
    if is_upgrade(block):
        raise UsageError(
            f"block {block.number} is an upgrade to the runtime of another release: the blocks "
            "below it can only be executed by the previous release",
            hint="Stop the node, and copy the chain file itself.",
        )
    return "0x" + block.hash.hex()


def _reorganised() -> UsageError:
    return UsageError(
        "the chain moved to another branch during the export", hint="Export it again."
    )


def _line(out: gzip.GzipFile, value: Any) -> None:
    out.write(json.dumps(value, separators=(",", ":")).encode() + b"\n")


# Reading


@contextmanager
def read_export(path: Path) -> Iterator[tuple[Exported, Iterator[Item]]]:
    """The first line of a file, and its items in order; the last item is its `End`.

    Raises `UsageError` for a file that is not an export, or has a newer format; and, when the
    reader gets there, for one that is damaged or cut off.
    """
    try:
        lines = gzip.open(path, "rb")  # noqa: SIM115 - closed below, in a `with` of its own
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}", hint=_HINT) from error
    with lines:
        yield _head(_next(lines, path), path), _items(lines, path)


_HINT: Final = "`btcli node export FILE` makes one from a chain."


def _head(value: Any, path: Path) -> Exported:
    if not isinstance(value, dict) or type(value.get(_MAGIC)) is not int:
        raise UsageError(f"{path} is not an export of a chain", hint=_HINT)
    if value[_MAGIC] > FORMAT:
        raise UsageError(
            f"{path} has format {value[_MAGIC]}, and this release knows {FORMAT}",
            hint="Upgrade btsdk.",
        )
    chain, spec, genesis = (value.get(name) for name in _TEXTS)
    if not (isinstance(chain, str) and isinstance(spec, str) and isinstance(genesis, str)):
        raise _damaged(path, "its first line does not name its chain")
    try:
        code = from_hex(value["code"]) if "code" in value else None
    except ValueError:
        raise _damaged(path, "its runtime is no hex text") from None
    return Exported(chain, spec, genesis, code)


def _items(lines: gzip.GzipFile, path: Path) -> Iterator[Item]:
    while True:
        value = _next(lines, path)
        try:
            item = _item(value)
        except (KeyError, TypeError, ValueError, DecodeError) as error:
            raise _damaged(path, f"invalid line: {error}") from error
        if isinstance(item, End):
            if _reading(lines.read, 1, path):
                raise _damaged(path, "there is data after its end")
            yield item  # only now: the checksum follows the end
            return
        yield item


def _item(value: Any) -> Item:
    if isinstance(value, str):
        return Block.decode(from_hex(value))
    if "impersonated" in value:
        return ImpersonationItem(tuple(from_hex(each) for each in value["impersonated"]))
    head, blocks, offset = value["head"], value["blocks"], value["clockOffsetMs"]
    if not (isinstance(head, str) and type(blocks) is int and type(offset) is int):
        raise ValueError("its end lacks a hash and two whole numbers")
    return End(head, blocks, offset)


def _reading(read: Callable[[int], bytes], size: int, path: Path) -> bytes:
    try:
        return read(size)
    except gzip.BadGzipFile as error:
        raise UsageError(f"{path} is not an export of a chain: {error}", hint=_HINT) from error
    except (EOFError, OSError, zlib.error) as error:
        raise _damaged(path, str(error)) from error


def _next(lines: gzip.GzipFile, path: Path) -> Any:
    line = _reading(lines.readline, _LINE, path)
    if not line.endswith(b"\n"):
        raise _damaged(path, "it is cut off" if len(line) < _LINE else "a line is too long")
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _damaged(path, f"a line is not JSON: {error}") from error


def _damaged(path: Path, reason: str) -> UsageError:
    return UsageError(
        f"{path} is damaged: {reason}", hint="Nothing was changed. Export the chain again."
    )
