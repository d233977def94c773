"""List the extrinsics of a block, or of the newest blocks.

With --index or --hash one extrinsic is shown in full: its call with all arguments, and its events.
"""

from __future__ import annotations

from btcli import block_contents, block_option, options
from btcli.accounts import known_names
from btcli.accounts.selection import account
from btcli.command import command
from btcli.context import Context
from btcli.failures import NotFound
from btcli.output import Result
from btcli.render.blocks import Facts
from btcli.render.calls import call_rows


@command(options.wallet_path, *options.READING, data=block_contents.ExtrinsicsData)
def run(
    context: Context,
    block: block_option.BlockArgument = None,
    count: block_option.BlocksOption = 1,
    index: block_option.IndexOption = None,
    hash: block_option.ExtrinsicHashOption = None,
    signer: block_option.SignerOption = None,
    call: block_option.CallOption = None,
) -> Result:
    address = None if signer is None else account(context, signer)
    with context.client() as client:
        if hash is not None:
            near = None if block is None else block_option.view_at(client, block).number
            receipt = client.receipt(hash, near=near)
            block, index, count = receipt.block_hash, receipt.index, 1
        last = block_option.view_at(client, block)
        found = list(block_contents.blocks(context, client, last, count))
    listed = [
        block_contents.extrinsic_document(read, one)
        for read in found
        for one in read.extrinsics
        if index in (None, one.index)
        and address in (None, one.signer)
        and call in (None, one.call.pallet, f"{one.call.pallet}.{one.call.name}")
    ]
    data = {"block": last.number, "extrinsics": listed, "events": None}
    names = known_names.of_addresses(context)
    if index is None or count > 1:
        return Result(data, (block_contents.extrinsics_table(listed, names),))
    if not listed:
        raise NotFound(f"block {last.number} has no such extrinsic {index}")
    events = [one for one in block_contents.events(found[-1]) if one.event.extrinsic == index]
    rows = [
        *call_rows(found[-1].metadata, listed[0]["call"], names),
        *block_contents.extrinsic_rows(listed[0], names),
    ]
    data["events"] = [one.document for one in events]
    return Result(data, (Facts(rows), block_contents.events_table(events)))
