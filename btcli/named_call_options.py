"""The options that name a call which is executed later."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from typer import Option

CallHashOption = Annotated[
    str | None,
    Option("--call-hash", metavar="HEX", help="Hash of the call; its data is looked up here."),
]
CallHexOption = Annotated[
    str | None, Option("--call-hex", "--call-data", metavar="HEX", help="Encoded call.")
]
CallFileOption = Annotated[
    Path | None, Option("--call-file", metavar="FILE", help="File with the encoded call.")
]
