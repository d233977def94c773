"""Build the unsigned transaction of a call, to be signed on another machine.

The call is named as in the chain's metadata, with its arguments: `Balances.transfer_keep_alive
dest=5F… value=1.5tao`. The transaction is written to --file, or to standard output. Every command
that signs writes its own transaction with --unsigned FILE.
"""

from __future__ import annotations

import sys
from typing import Annotated, Any, TypedDict

from btcli import call_options, options, transaction_file
from btcli.accounts import selection
from btcli.command import command
from btcli.commands.tx import file_options
from btcli.context import Context
from btcli.documents import PreviewDocument, preview_document
from btcli.output import Result
from btcli.transaction import address_of, unsigned
from btsdk.errors import UsageError


class BuildData(TypedDict):
    """The result of `tx build`."""

    preview: PreviewDocument
    file: Annotated[str | None, "null without `--file`"]
    transaction: Annotated[Any, "the content of the file"]


@command(
    options.wallet_name, options.wallet_path, options.validity, options.proxy,
    options.verification, options.chain, options.prompts, options.output, data=BuildData,
)  # fmt: skip
def run(
    context: Context,
    call: call_options.CallArgument,
    arguments: call_options.ArgumentsArgument = None,
    args: call_options.JsonArgumentsOption = None,
    file: file_options.NewFileOption = None,
    signer: file_options.SignerOption = None,
    use_hotkey: options.UseHotkeyOption = False,
    sudo: call_options.SudoOption = False,
    nonce: file_options.NonceOption = None,
) -> Result:
    if file is None and not context.output.as_json and sys.stdout.isatty():
        raise UsageError("standard output is a terminal", hint="Add --file FILE, or redirect it.")
    with context.client() as client:
        operation = call_options.operation(
            context, client.head().at.metadata, call, arguments, args, sudo=sudo
        )
        account = selection.account(context, signer) if signer else None
        account = account or address_of(context, "hotkey" if use_hotkey else "coldkey")
        plan = unsigned(context, client, operation, account, nonce)
        made = transaction_file.made(context, plan, file)
    if file is None and not context.output.as_json:
        context.output.document(made)
    data = {"preview": preview_document(plan.preview), "file": file and str(file)}
    return Result(data | {"transaction": made})
