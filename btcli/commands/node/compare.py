"""Run a script on two runtimes and show the differences.

SCRIPT is a TOML file with accounts, and steps that each have a signer, a call and its arguments.
Both chains start at genesis, in memory.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, TypedDict

from typer import Argument, Option

from btcli import options
from btcli.command import command
from btcli.context import Context
from btcli.output import Result


class OutcomeDocument(TypedDict):
    """The outcome of a step on one of two runtimes."""

    error: str | None
    fee_rao: int | None
    events: list[str]
    storage: Annotated[dict[str, Any], "writes by storage item"]


class StepDocument(TypedDict):
    """A step of a script on two runtimes."""

    step: str
    differences: Annotated[list[str], "`error`, `events`, `fee`, `storage`"]
    one: OutcomeDocument
    other: OutcomeDocument


CompareData = TypedDict(
    "CompareData", {"chain": str, "with": str, "steps": list[StepDocument], "differing": int}
)


@command(options.output, data=CompareData)
def run(
    context: Context,
    script: Annotated[Path, Argument(metavar="SCRIPT", help="Script to run on both chains.")],
    chain: Annotated[
        str, Option("--chain", metavar="CHAIN", help="First chain: a name or a spec file.")
    ],
    other: Annotated[
        str, Option("--with", metavar="CHAIN", help="Second chain: a name or a spec file.")
    ],
) -> Result:
    from btcli.commands.node.comparison import compare_runtimes  # noqa: PLC0415  # two chains: 0.5 s

    return compare_runtimes(chain, other, script)
