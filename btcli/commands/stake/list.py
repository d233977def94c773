"""Show the stakes of a coldkey."""

from __future__ import annotations

from btcli import options, selection
from btcli.command import command
from btcli.context import Context
from btcli.documents import stake_document
from btcli.output import Result
from btcli.portfolio import valued_stakes
from btcli.render.stakes import stake_table
from btsdk.units import Tao


@command(options.wallet_name, options.wallet_path, *options.READING)
def run(context: Context, ss58: options.AddressOption = None) -> Result:
    coldkey = selection.coldkey(context, ss58)
    with context.client() as client:
        view = client.head()
        rows = valued_stakes(view, coldkey)
    total = sum((value for _, _, value in rows), Tao.from_rao(0))
    data = {
        "coldkey": coldkey,
        "block": view.number,
        "stakes": [stake_document(*row) for row in rows],
        "total_value_tao": total.decimal(),
    }
    return Result(data, (stake_table(coldkey, rows, total),))
