"""The multisig of a command: a saved one, or given by its signatories."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, TypedDict

from typer import Option

from btcli import options
from btcli.accounts import address_book, selection
from btcli.accounts.address_book import SignerSet
from btcli.context import Context
from btcli.multisig_options import multisig
from btcli.render.blocks import Facts
from btsdk.errors import UsageError
from btsdk.ops import multisig_address
from btsdk.ops.derived import members_of

SIGNING = tuple(one for one in options.TRANSACTING if one is not multisig)
"""The options of a transaction, without `--multisig`, which would wrap it in another call."""

MultisigOption = Annotated[
    str | None, Option("--multisig", metavar="NAME", help="Saved multisig; see `multisig save`.")
]
SignatoriesOption = Annotated[
    list[str] | None,
    Option(
        "--signatories",
        "--signatory",
        metavar="LIST",
        help="All signatories: names or addresses, separated by commas.",
    ),
]
ThresholdOption = Annotated[
    int | None,
    Option("--threshold", min=1, metavar="N", help="Number of approvals that a call needs."),
]


class SetDocument(TypedDict):
    """A multisig."""

    name: Annotated[str | None, "null if it is not saved"]
    ss58: str
    threshold: int
    signatories: list[str]


@dataclass(frozen=True)
class ChosenSet:
    """A multisig: its address, its signatories, and the name under which it is saved."""

    name: str | None
    address: str
    signers: SignerSet

    def document(self) -> SetDocument:
        """The multisig for JSON."""
        return {
            "name": self.name,
            "ss58": self.address,
            "threshold": self.signers.threshold,
            "signatories": list(self.signers.signatories),
        }

    def facts(self) -> Facts:
        """The multisig in full."""
        rows = [("name", self.name)] if self.name else []
        rows += [("address", self.address), ("threshold", str(self.signers.threshold))]
        first, *more = self.signers.signatories
        rows += [("signatories", first), *(("", one) for one in more)]
        return Facts(rows)


def chosen(
    context: Context, name: str | None, signatories: Sequence[str] | None, threshold: int | None
) -> ChosenSet:
    """The multisig of `--multisig`, or of `--signatories` and `--threshold`."""
    if name is None:
        return given(context, None, signatories, threshold)
    if signatories or threshold is not None:
        raise UsageError("give either --multisig, or --signatories and --threshold")
    return ChosenSet(name, *address_book.multisig(name))


def given(
    context: Context, name: str | None, signatories: Sequence[str] | None, threshold: int | None
) -> ChosenSet:
    """The multisig of these signatories, in the chain's order."""
    if not signatories or threshold is None:
        raise UsageError(
            "give the multisig with --signatories and --threshold",
            hint="`btcli multisig save` saves them under a name, for --multisig.",
        )
    named = selection.listed(signatories)
    members = members_of([selection.account(context, one) for one in named])
    address = multisig_address(members, threshold)
    return ChosenSet(name, address, SignerSet(threshold, members))
