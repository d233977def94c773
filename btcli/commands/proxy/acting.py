"""What `proxy announce` and `proxy execute` have in common."""

from __future__ import annotations

from btcli import options
from btcli.accounts import selection
from btcli.context import Context
from btsdk.errors import UsageError

SIGNING_ALONE = tuple(one for one in options.TRANSACTING if one is not options.proxy)
"""The options of a transaction, without `--proxy`, which would wrap it in another call."""


def real_account(context: Context, real: str | None, older: str | None) -> str:
    """The account that is acted for; raises `UsageError` if it is not given."""
    named = real or older
    if named is None:
        raise UsageError("the account to act for is missing", hint="Name it with --real.")
    return selection.account(context, named)
