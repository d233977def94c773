"""Submit a signed transaction from a file.

Refused before it is sent: one that is not signed, was changed, has expired, or is for another chain
or another runtime.
"""

from __future__ import annotations

from btcli import options, transaction_file
from btcli.accounts import known_names
from btcli.command import command
from btcli.commands.tx.file_options import FileArgument
from btcli.commands.tx.transaction_document import OfflineTransactionDocument, transaction_document
from btcli.context import Context
from btcli.documents import ReceiptDocument, SentDocument, receipt_document
from btcli.output import Result
from btcli.render.offline import offline_facts
from btcli.render.transactions import receipt_facts
from btcli.transaction import followed


class SubmitData(SentDocument):
    """The result of `tx submit`."""

    submitted: bool
    transaction: OfflineTransactionDocument
    receipt: ReceiptDocument | SentDocument


@command(
    options.wallet_path, options.waiting, options.chain, options.prompts, options.output,
    data=SubmitData,
)  # fmt: skip
def run(context: Context, file: FileArgument) -> Result:
    found = transaction_file.read(file)
    signed = found.signed()
    if not context.output.as_json:
        context.output.show(offline_facts(found, known_names.of_addresses(context)), to_stderr=True)
    with context.client() as client:
        context.confirm("Submit this?")
        receipt, sent = followed(context, client, signed)
    data = {
        "submitted": True,
        "extrinsic_hash": sent,
        "transaction": transaction_document(found),
        "receipt": receipt_document(receipt, sent),
    }
    return Result(data, () if receipt is None else (receipt_facts(receipt, found.fee),))
