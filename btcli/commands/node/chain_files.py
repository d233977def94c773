"""Export, import and check of chain files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypedDict

from btcli.context import Context
from btcli.output import Output, Result
from btcli.render.blocks import Facts, Line
from btcli.render.nodes import counted
from btsdk.errors import ChainFileError
from local_node.embedded.chain_file import lock_chain_file

if TYPE_CHECKING:
    from local_node.dev.exports import Exported, Progress

_PROBLEMS_SHOWN = 5


class ExportData(TypedDict):
    """The result of `node export`."""

    file: str
    blocks: Annotated[int, "how many"]
    head: str
    chain_file: str


class ImportData(TypedDict):
    """The result of `node import`."""

    block: int
    block_hash: str
    chain_file: str


class ChainCheckData(ImportData):
    """The result of `node check`; a damaged chain is the error `chain_file_error`."""

    chain: str
    executed: Annotated[int, "how many blocks"]
    reason: Annotated[str | None, "why not all"]


def export_chain(context: Context, path: Path, file: Path) -> Result:
    """Export the chain to a file; a running node keeps running."""
    from local_node.dev.exports import write_export  # noqa: PLC0415 - start-up: loads the node

    _expect(path)
    file = file.expanduser()
    with context.local_client(path) as client:
        end = write_export(
            file,
            lambda first: client.call("dev_dump", first),
            _progress_line(context.output, "exported"),
        )
    context.output.progress("")
    data = {"file": str(file), "blocks": end.blocks, "head": end.head, "chain_file": str(path)}
    return Result(data, (Line(f"Wrote {counted(end.blocks)} to {file}."),))


def import_chain(context: Context, path: Path, file: Path) -> Result:
    """Replace the local chain with an exported one, completely or not at all."""
    from local_node.process import maintenance  # noqa: PLC0415 - as above

    def confirm(exported: Exported) -> None:
        if path.exists():
            context.confirm(
                f"Replace the chain in {path} with {exported.chain}? All its state is lost."
            )

    held = lock_chain_file(path)
    try:
        head = maintenance.import_chain(
            held,
            file.expanduser(),
            confirm=confirm,
            progress=_progress_line(context.output, "executed"),
        )
    finally:
        held.release()
    context.output.progress("")
    data = {"block": head.number, "block_hash": "0x" + head.hash.hex(), "chain_file": str(path)}
    return Result(data, (Line(f"The chain in {path} is at block {head.number}."),))


def check_chain(context: Context, path: Path) -> Result:
    """Check a chain file; raises `ChainFileError` if it is damaged."""
    from local_node.process import maintenance  # noqa: PLC0415 - as above

    _expect(path)
    held = lock_chain_file(path)
    try:
        report = maintenance.check_chain_file(held, _progress_line(context.output, "executed"))
    finally:
        held.release()
    context.output.progress("")
    if report.problems:
        raise _damaged(path, report.problems)
    executed = f"{report.executed} of {report.head.number}"
    rows = [
        ("chain", report.chain),
        ("head", f"#{report.head.number} 0x{report.head.hash.hex()}"),
        ("blocks executed", f"{executed}: {report.reason}" if report.reason else executed),
    ]
    data = {
        "chain": report.chain,
        "block": report.head.number,
        "block_hash": "0x" + report.head.hash.hex(),
        "executed": report.executed,
        "reason": report.reason,
        "chain_file": str(path),
    }
    return Result(data, (Facts(rows, title="The chain is valid."),))


def _damaged(path: Path, problems: tuple[str, ...]) -> ChainFileError:
    shown = "; ".join(problems[:_PROBLEMS_SHOWN])
    more = len(problems) - _PROBLEMS_SHOWN
    return ChainFileError(
        str(path),
        f"is damaged: {shown}" + (f"; and {more} more" if more > 0 else ""),
        hint="Import an earlier export, or delete the chain with `btcli node reset`.",
    )


def _expect(path: Path) -> None:
    if not path.exists():
        raise ChainFileError(
            str(path), "does not exist", hint="The first command on a local chain creates it."
        )


def _progress_line(output: Output, done: str) -> Progress:
    """A callback that shows progress on a terminal, on one line."""

    def tell(count: int, total: int) -> None:
        blocks = f"{count:,} of {counted(total)}" if total else counted(count)
        output.progress(f"{blocks} {done}")

    return tell
