"""Show the identity that a coldkey has published; nothing verifies it."""

from __future__ import annotations

from typing import Annotated, TypedDict

from btcli import options
from btcli.accounts import selection
from btcli.command import command
from btcli.commands.wallet.identities import IdentityDocument, identity_document, identity_facts
from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Line


class IdentityData(TypedDict):
    """The result of `wallet get-identity`."""

    coldkey: str
    block: int
    identity: Annotated[IdentityDocument | None, "null if it has published none"]


@command(options.wallet_name, options.wallet_path, *options.READING, data=IdentityData)
def run(context: Context, ss58: options.AddressOption = None) -> Result:
    coldkey = selection.coldkey(context, ss58)
    with context.client() as client:
        view = client.head()
        found = view.identity(coldkey)
    data = {"coldkey": coldkey, "block": view.number}
    if found is None:
        line = Line(f"{coldkey} has published no identity.")
        return Result(data | {"identity": None}, (line,))
    shown = identity_facts(found, coldkey)
    return Result(data | {"identity": identity_document(found)}, (shown,))
