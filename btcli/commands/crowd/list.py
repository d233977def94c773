"""List crowdloans.

--status, --type and --search-creator choose some of them; --sort-by orders them.
"""

from __future__ import annotations

from typing import Annotated, TypedDict

from typer import Option

from btcli import options
from btcli.accounts import known_names
from btcli.command import command
from btcli.commands.crowd import crowd_options, loans
from btcli.commands.crowd.choice import Choice
from btcli.context import Context
from btcli.output import Result


class CrowdloansData(TypedDict):
    """The result of `crowd list`."""

    block: int
    crowdloans: list[loans.CrowdloanDocument]


@command(options.wallet_path, *options.READING, data=CrowdloansData)
def run(
    context: Context,
    status: crowd_options.StatusOption = None,
    kind: crowd_options.TypeOption = None,
    sort_by: crowd_options.SortOption = "id",
    sort_order: Annotated[
        str | None, Option("--sort-order", help="asc or desc; raised is descending by default.")
    ] = None,
    creator: crowd_options.CreatorOption = None,
) -> Result:
    choice = Choice(status, kind, sort_by, sort_order, creator)
    names = known_names.of_addresses(context)
    with context.client() as client:
        view = client.head()
        every = [loans.of_view(view, loan) for loan in view.crowdloans()]
        identities = view.identities() if creator else {}
    found = choice.of(every, names, {who: identities[who].name for who in identities})
    data = {"block": view.number, "crowdloans": [one.document() for one in found]}
    return Result(data, (loans.table(found, names),))
