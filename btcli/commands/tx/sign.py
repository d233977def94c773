"""Sign a transaction in a file. No network is used.

The transaction is shown and has to be confirmed. Refused are a file that was changed, a transaction
whose era has ended by the clock, and with --network one for another network. The key is that of the
wallet with the signer's address, or of --wallet-name.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from typer import Option

from btcli import options, transaction_file
from btcli.accounts import known_names
from btcli.command import command
from btcli.commands.tx import file_options
from btcli.commands.tx.signing_key import signing_key
from btcli.commands.tx.transaction_document import OfflineTransactionDocument, transaction_document
from btcli.context import Context
from btcli.key_file_signer import KeyFileSigner
from btcli.output import Result
from btcli.render.blocks import Line
from btcli.render.offline import offline_facts


@command(options.hotkey, *options.KEYS, data=OfflineTransactionDocument)
def run(
    context: Context,
    file: file_options.FileArgument,
    to: Annotated[
        Path | None,
        Option("--file", "-f", metavar="FILE", help="Write to this file instead of FILE."),
    ] = None,
    network: file_options.ExpectedNetworkOption = None,
    ignore_clock: file_options.ClockOption = False,
    use_hotkey: options.UseHotkeyOption = False,
) -> Result:
    found = transaction_file.read(file)
    expected = network or context.choices.network
    if expected is not None:
        found.check_network(expected)
    if not ignore_clock:
        found.check_time()
    key = signing_key(context, found.payload.address, use_hotkey=use_hotkey)
    if not context.output.as_json:
        context.output.show(offline_facts(found, known_names.of_addresses(context)), to_stderr=True)
    path = transaction_file.target(file, to)
    context.confirm("Sign this?")
    signed = found.sign(KeyFileSigner(context, key))
    transaction_file.write(signed, path)
    done = Line(f"Signed by {found.payload.address} in {path}.")
    return Result(transaction_document(signed), (done,))
