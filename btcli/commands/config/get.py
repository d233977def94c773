"""Show settings and the source of each."""

from __future__ import annotations

from typing import Annotated

from typer import Argument

from btcli import options
from btcli.command import command
from btcli.commands.config.values import SettingsData, result
from btcli.context import Context
from btcli.output import Result


@command(options.output, data=SettingsData)
def run(
    context: Context,
    names: Annotated[
        list[str] | None, Argument(metavar="[NAME]...", help="Settings to show; all by default.")
    ] = None,
) -> Result:
    return result(context, names or ())
