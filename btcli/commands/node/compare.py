"""Do the same on two runtimes, and show where they differ.

SCRIPT is TOML: accounts, and steps with a signer, a call and its arguments. Each chain begins
afresh, in memory.
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
    script: Annotated[Path, Argument(metavar="SCRIPT", help="What both are to do.")],
    chain: Annotated[str, Option("--chain", metavar="CHAIN", help="A chain, or a spec file.")],
    other: Annotated[str, Option("--with", metavar="CHAIN", help="What to compare it with.")],
) -> Result:
    from btcli.commands.node.comparison import compare_runtimes  # noqa: PLC0415  # two chains: 0.5 s

    return compare_runtimes(chain, other, script)
