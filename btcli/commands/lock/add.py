"""Lock alpha to a hotkey, to give it conviction.

A further amount adds to the lock. Locked alpha cannot be unstaked or moved to another subnet. A
coldkey has one lock on a subnet.
"""

from __future__ import annotations

from btcli import options
from btcli.accounts import proxy_account
from btcli.command import command
from btcli.commands.lock import adding, lock_options, locks
from btcli.commands.lock.forecast import forecast
from btcli.context import Context
from btcli.output import Result
from btcli.transaction import transact


@command(lock_options.target, *options.TRANSACTING, data=adding.LockAddData)
def run(
    context: Context,
    netuid: options.NetuidOption,
    amount: lock_options.AmountOption = None,
    everything: lock_options.EverythingOption = False,
    mode: lock_options.ModeOption = None,
    perpetual: lock_options.PerpetualOption = None,
    graph: lock_options.GraphOption = False,
) -> Result:
    alpha = adding.asked_amount(context, amount, everything, netuid)
    wanted = lock_options.mode_of(mode, perpetual)
    coldkey = proxy_account.coldkey(context)
    with context.client() as client:
        operation = adding.order(context, client.head(), coldkey, netuid, alpha, wanted)
        outcome = transact(context, client, operation)
        result = locks.change_result(client, outcome, coldkey, netuid)
        if not graph or outcome.done is None:
            return result
        view = client.at(outcome.done.block_hash)
        lock = view.coldkey_lock(coldkey, netuid)
        if lock is None:
            return result
        expected = forecast(view, lock)
    data = {**result.data, "forecast": expected.documents()}
    return Result(data, (*result.blocks, expected.table()))
