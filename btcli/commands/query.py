"""Read any storage item, constant or runtime API of the chain by its name.

Names are those of the chain's metadata: `btcli query SubtensorModule.Tempo 1`. Keys and arguments
follow. With fewer keys than a map has, its entries are listed. Without a name, or with that of a
pallet, the names are listed.
"""

from __future__ import annotations

from typing import Annotated

from typer import Argument, Option

from btcli import chain_items, chain_listing, options
from btcli.block_option import BlockOption, view_at
from btcli.call_options import resolving
from btcli.chain_query import QueryData, answer, answer_data
from btcli.command import command
from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Line
from btcli.render.values import entries_table, value_block
from btcli.unexpected_words import refuse_mnemonic


@command(options.wallet_path, *options.READING, data=QueryData)
def run(
    context: Context,
    name: Annotated[str | None, Argument(metavar="NAME", help="Pallet.item or Api.method.")] = None,
    keys: Annotated[
        list[str] | None, Argument(metavar="KEY…", help="Keys of the item, or arguments.")
    ] = None,
    at: BlockOption = None,
    limit: Annotated[int, Option("--limit", min=0, help="Most entries to list; 0 for all.")] = 100,
) -> Result:
    refuse_mnemonic([name or "", *(keys or [])])
    with context.client() as client:
        view = view_at(client, at)
        metadata = view.at.metadata
        if name is None or name in (*metadata.pallets, *metadata.apis):
            return chain_listing.listing(view, name)
        item = chain_items.find_one(metadata, name, chain_items.READABLE)
        found = answer(view, item, keys or [], limit, resolving(context))
    data = answer_data(view.number, item, found)
    if found.entries is None:
        return Result(data, (value_block(item.path, found.value),))
    entries = [(one.keys, one.value) for one in found.entries]
    labels = chain_listing.key_labels(metadata, item)
    more = (Line(f"There are more than {limit}; --limit 0 lists all."),) if found.more else ()
    return Result(data, (entries_table(item.path, labels, entries), *more))
