"""List the open motions with their votes."""

from __future__ import annotations

from typing import TypedDict

from btcli import options
from btcli.command import command
from btcli.commands.sudo import motions
from btcli.context import Context
from btcli.output import Result


class ProposalsData(TypedDict):
    """The result of `sudo proposals`."""

    block: int
    proposals: list[motions.MotionDocument]


@command(*options.READING, data=ProposalsData)
def run(context: Context) -> Result:
    with context.client() as client, motions.governance():
        view = client.head()
        found = [motions.motion_document(motion) for motion in view.proposals()]
    data = {"block": view.number, "proposals": found}
    return Result(data, motions.motion_blocks(found, view.number))
