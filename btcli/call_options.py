"""Calls by name on the command line: `Balances.transfer_keep_alive dest=bob value=1.5tao`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

from typer import Argument, Option

from btcli.accounts import selection
from btcli.context import Context
from btcli.unexpected_words import quoted, refuse_mnemonic
from btsdk.errors import AddressError, UsageError

if TYPE_CHECKING:
    from btsdk.metadata import Metadata
    from btsdk.tx.operation import Operation

CallArgument = Annotated[
    str, Argument(metavar="CALL", help="Name of the call: Pallet.call.", show_default=False)
]
ArgumentsArgument = Annotated[
    list[str] | None,
    Argument(
        metavar="NAME=VALUE…",
        help="Arguments of the call, by name: numbers, text, addresses, or JSON.",
        show_default=False,
    ),
]
JsonArgumentsOption = Annotated[
    str | None,
    Option("--args", metavar="JSON", help="Arguments of the call as one JSON object."),
]
SudoOption = Annotated[bool, Option("--sudo", help="Make the call as root, by the sudo key.")]


def operation(
    context: Context,
    metadata: Metadata,
    call: str,
    arguments: list[str] | None,
    as_json: str | None,
    *,
    sudo: bool = False,
) -> Operation:
    """The call with its arguments, read by the types of the metadata."""
    refuse_mnemonic([call, *(arguments or [])])
    from btsdk.descriptors.json_reading import call_from_texts  # noqa: PLC0415  # start-up
    from btsdk.ops import RawCall, Sudo  # noqa: PLC0415

    pallet, name = split(call, "Balances.transfer_keep_alive")
    given = {**json_object(as_json), **by_name(arguments or [])}
    found = RawCall(*call_from_texts(metadata, pallet, name, given, resolving(context)))
    return Sudo(found) if sudo else found


def split(name: str, example: str) -> tuple[str, str]:
    """The two parts of a name such as `Pallet.call`."""
    first, point, last = name.partition(".")
    if not (first and point and last):
        raise UsageError(f"{quoted(name)} has no pallet before a point", hint=f"Such as {example}.")
    return first, last


def by_name(arguments: list[str]) -> dict[str, Any]:
    """The values of `NAME=VALUE`, as texts."""
    found: dict[str, Any] = {}
    for argument in arguments:
        name, sign, value = argument.partition("=")
        if not (sign and name.isidentifier()):
            raise UsageError(
                "an argument is not of the form NAME=VALUE",
                hint="Such as dest=5F… or value=1.5tao; quote a value with spaces.",
            )
        if name in found:
            raise UsageError(f"the argument {name!r} is given twice")
        found[name] = value
    return found


def json_object(text: str | None) -> dict[str, Any]:
    """The object of `--args`; empty without the option."""
    if text is None:
        return {}
    try:
        found = json.loads(text)
    except ValueError as error:
        raise UsageError(f"--args is not JSON: {error}") from error
    if not isinstance(found, dict):
        raise UsageError("--args is not a JSON object", hint='Such as {"netuid": 1}.')
    return found


def resolving(context: Context) -> Any:
    """Names of wallets are addresses wherever an account stands."""

    def resolve(named: str) -> str:
        try:
            return selection.account(context, named)
        except UsageError as error:
            if isinstance(error, AddressError):
                raise
            raise AddressError(named, error.message, hint=error.hint) from error

    return resolve
