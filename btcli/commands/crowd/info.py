"""Show a crowdloan."""

from __future__ import annotations

from typing import Annotated, TypedDict

from typer import Option

from btcli import options
from btcli.accounts import known_names, selection
from btcli.command import command
from btcli.commands.crowd import crowd_options, loans
from btcli.context import Context
from btcli.output import Result
from btcli.terminal.block import Block


class _CrowdloanFields(TypedDict):
    block: int
    crowdloan: loans.CrowdloanDocument
    contribution_tao: Annotated[str | None, "the wallet's; null without `--wallet-name`"]


class CrowdloanData(_CrowdloanFields, total=False):
    """The result of `crowd info`."""

    contributions: Annotated[list[loans.ContributionDocument], "only with `--show-contributors`"]


@command(options.wallet_name, options.wallet_path, *options.READING, data=CrowdloanData)
def run(
    context: Context,
    crowdloan_id: crowd_options.IdOption,
    show_contributors: Annotated[
        bool, Option("--show-contributors", help="List the contributors.")
    ] = False,
) -> Result:
    account = selection.coldkey(context) if context.choices.wallet_name is not None else None
    names = known_names.of_addresses(context)
    with context.client() as client:
        view = client.head()
        found = loans.existing(view, crowdloan_id)
        own = None if account is None else view.crowdloan_contribution(crowdloan_id, account)
        given = view.crowdloan_contributions(crowdloan_id) if show_contributors else None
    data = {
        "block": view.number,
        "crowdloan": found.document(),
        "contribution_tao": None if own is None else own.decimal(),
    }
    blocks: list[Block] = [found.facts(names, own)]
    if given is not None:
        data["contributions"] = loans.contributions(given)
        blocks.append(loans.contributor_table(given, names))
    return Result(data, tuple(blocks))
