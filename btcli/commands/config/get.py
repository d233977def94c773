"""Show the values that commands assume, and where from."""

from __future__ import annotations

from btcli import options
from btcli.command import command
from btcli.context import Context
from btcli.output import Result
from btcli.remembered import result


@command(options.output)
def run(context: Context) -> Result:
    return result(context)
