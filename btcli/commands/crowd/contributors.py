"""List the contributors of a crowdloan."""

from __future__ import annotations

from typing import TypedDict

from btcli import options
from btcli.accounts import known_names
from btcli.command import command
from btcli.commands.crowd import crowd_options, loans
from btcli.context import Context
from btcli.output import Result


class ContributorsData(TypedDict):
    """The result of `crowd contributors`."""

    block: int
    crowdloan_id: int
    contributions: list[loans.ContributionDocument]


@command(options.wallet_path, *options.READING, data=ContributorsData)
def run(context: Context, crowdloan_id: crowd_options.IdOption) -> Result:
    with context.client() as client:
        view = client.head()
        loans.existing(view, crowdloan_id)
        given = view.crowdloan_contributions(crowdloan_id)
    data = {
        "block": view.number,
        "crowdloan_id": crowdloan_id,
        "contributions": loans.contributions(given),
    }
    return Result(data, (loans.contributor_table(given, known_names.of_addresses(context)),))
