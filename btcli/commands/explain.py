"""Explain an error, a call, a hyperparameter or another name of the chain.

Names are those of the chain's metadata, with or without their pallet (`NotEnoughStake`,
`Balances.transfer_keep_alive`), of hyperparameters (`immunity_period`), and the codes of errors in
JSON documents (`wrong_password`).
"""

from __future__ import annotations

from typing import Annotated

from typer import Argument

from btcli import explanations, options
from btcli.command import command
from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Facts


@command(*options.READING, data=explanations.ExplainData)
def run(
    context: Context,
    name: Annotated[str, Argument(metavar="NAME", help="Name to explain.")],
) -> Result:
    with context.client() as client:
        found = explanations.explain(client.head().at.metadata, name)
    data = {"explanations": [explanations.document(one) for one in found]}
    return Result(data, tuple(map(_facts, found)))


def _facts(one: explanations.Explanation) -> Facts:
    rows = [("meaning", line) for line in one.text.split("\n") if line]
    rows += [("hint", one.hint)] if one.hint else []
    return Facts([*rows, *one.facts], title=f"{one.kind} {one.name}")
