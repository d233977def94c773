"""Look into a compiled runtime: name, versions, APIs, imports.

FILE is a .wasm file, compressed or not, or a raw chain spec.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from typer import Argument

from btcli import options
from btcli.command import command
from btcli.commands.node import runtime_report
from btcli.context import Context
from btcli.output import Result


@command(options.output)
def run(
    context: Context,
    file: Annotated[Path, Argument(metavar="FILE", help="A runtime, or a raw chain spec.")],
) -> Result:
    return runtime_report.inspect(file)
