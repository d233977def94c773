"""Move, swap, transfer or remove stake, step by step.

It shows the stakes, asks what to do with one of them, and prints the command that does the same
without questions. Nothing is signed before the confirmation at the end.
"""

from __future__ import annotations

from btcli import options, trade_options
from btcli.accounts import proxy_account
from btcli.command import command
from btcli.commands.stake import wizard_orders, wizard_questions
from btcli.context import Context
from btcli.failures import Interrupted, NeedsConfirmation
from btcli.output import Result


@command(trade_options.slippage, *options.TRANSACTING, data=None)
def run(context: Context) -> Result:
    if not context.may_prompt:
        raise NeedsConfirmation(
            "the wizard only asks, and JSON output and --no-prompt disable prompts",
            hint="Use `btcli stake move`, `swap`, `transfer` or `remove`.",
        )
    coldkey = proxy_account.coldkey(context)
    with context.client() as client:
        view = client.head()
        try:
            choice = wizard_questions.asked_choice(context, view, coldkey)
        except KeyboardInterrupt as error:
            raise Interrupted("nothing was signed") from error
        context.output.say(f"Command: {wizard_orders.command_line(context, choice)}")
        return wizard_orders.carry_out(context, client, coldkey, choice)
