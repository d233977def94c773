"""Show a transaction in a file: the decoded call and everything else that is signed.

The file is checked: one that was changed, or that contradicts itself, is refused. No network is
needed. What the building machine said of fee and effects is marked "as built".
"""

from __future__ import annotations

from btcli import options, transaction_file
from btcli.accounts import known_names
from btcli.command import command
from btcli.commands.tx.file_options import FileArgument
from btcli.commands.tx.transaction_document import OfflineTransactionDocument, transaction_document
from btcli.context import Context
from btcli.output import Result
from btcli.render.offline import offline_facts


@command(options.wallet_path, options.output, data=OfflineTransactionDocument)
def run(context: Context, file: FileArgument) -> Result:
    found = transaction_file.read(file)
    return Result(
        transaction_document(found), (offline_facts(found, known_names.of_addresses(context)),)
    )
