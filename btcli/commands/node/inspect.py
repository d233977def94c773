"""Show the name, versions, APIs and imports of a compiled runtime.

FILE is a .wasm file, compressed or not, or a raw chain spec.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypedDict

from typer import Argument

from btcli import options
from btcli.command import command
from btcli.commands.node import runtime_report
from btcli.context import Context
from btcli.output import Result


class InspectData(TypedDict):
    """The result of `node inspect`."""

    file: str
    spec_name: str
    impl_name: str
    spec_version: int
    transaction_version: int
    state_version: int
    apis: dict[str, int]
    entry_points: list[str]
    imports: list[str]
    unknown_imports: list[str]
    code_bytes: int
    wasm_bytes: int


@command(options.output, data=InspectData)
def run(
    context: Context,
    file: Annotated[Path, Argument(metavar="FILE", help="Runtime or raw chain spec.")],
) -> Result:
    return runtime_report.inspect(file)
