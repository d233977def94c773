"""The options of `btcli node`'s commands that no other command has."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from btcli.nodelog import Format, Level

FreshOption = Annotated[bool, Option("--fresh", help="Delete the chain first.")]
HostOption = Annotated[
    str, Option("--host", metavar="ADDRESS", help="Listen there; 0.0.0.0 is for everybody.")
]
PortOption = Annotated[int, Option("--port", min=0, max=65_535, help="0 takes a free one.")]
DaemonOption = Annotated[bool, Option("--daemon", "-d", help="In the background.")]
ConfigOutOption = Annotated[
    Path | None,
    Option("--config-out", metavar="FILE", help="Write endpoints and accounts there, as JSON."),
]
LogFormatOption = Annotated[
    Format, Option("--log-format", metavar="text|json", help="How log lines look.")
]
LogLevelOption = Annotated[
    Level,
    Option("--log-level", metavar="debug|info|warning|error", help="What is worth a line."),
]
RuntimeOption = Annotated[
    Path | None,
    Option("--runtime", metavar="FILE", help="Begin the chain with this compiled runtime."),
]
FollowOption = Annotated[bool, Option("--follow", "-f", help="And what is written from now on.")]
LinesOption = Annotated[int, Option("--lines", "-n", min=0, help="So many of the last lines.")]
ExportFile = Annotated[Path, Argument(metavar="FILE", help="The exported chain.")]
