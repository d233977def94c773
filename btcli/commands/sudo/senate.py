"""Show the members of the senate and of the council.

The council proposes motions, the senate votes on them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, TypedDict

from btcli import options
from btcli.command import command
from btcli.commands.sudo import motions
from btcli.context import Context
from btcli.output import Result

if TYPE_CHECKING:
    from btsdk.client import View


class MemberDocument(TypedDict):
    """A member of the senate or the council."""

    ss58: str
    name: Annotated[str | None, "as published; nothing verifies it"]


class SenateData(TypedDict):
    """The result of `sudo senate`."""

    block: int
    senate: list[MemberDocument]
    council: list[MemberDocument]


@command(*options.READING, data=SenateData)
def run(context: Context) -> Result:
    with context.client() as client, motions.governance():
        view = client.head()
        senate, council = (_named(view, found) for found in (view.senate(), view.council()))
    data = {"block": view.number, "senate": _documents(senate), "council": _documents(council)}
    tables = (
        motions.member_table(senate, "Senate", "The senate has no members: the council votes."),
        motions.member_table(council, "Council", "The council has no members."),
    )
    return Result(data, tables)


def _named(view: View, accounts: Sequence[str]) -> dict[str, str | None]:
    """The names that the accounts, or the owners of the hotkeys, published."""
    found = view.hotkey_identities(accounts)
    own = {account: view.identity(account) for account in accounts if found[account] is None}
    known = {account: found[account] or own.get(account) for account in accounts}
    return {account: one.name if one else None for account, one in known.items()}


def _documents(members: dict[str, str | None]) -> list[MemberDocument]:
    return [{"ss58": address, "name": name} for address, name in members.items()]
