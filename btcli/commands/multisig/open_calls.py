"""The open calls of a multisig: read, and shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, TypedDict

from btcli.accounts import kept_calls
from btcli.commands.multisig.signers import ChosenSet
from btcli.render.blocks import Facts
from btcli.render.transactions import with_names
from btsdk.units import Tao

if TYPE_CHECKING:
    from btsdk.client import View


class OpenCallDocument(TypedDict):
    """A call of a multisig that waits for approvals."""

    call_hash: str
    call: Annotated[str | None, "null if only the hash is known here"]
    call_data: Annotated[str | None, "likewise"]
    height: Annotated[int, "the block that opened it"]
    index: Annotated[int, "the number of the extrinsic in that block"]
    depositor: Annotated[str, "the signatory who opened it, and can cancel it"]
    deposit_tao: str
    approvals: list[str]
    missing: Annotated[int, "how many approvals it still needs"]


@dataclass(frozen=True)
class OpenCall:
    """A call of a multisig that waits for approvals; `words` and `data` are None if only its hash
    is known here."""

    call_hash: bytes
    words: str | None
    data: bytes | None
    height: int
    index: int
    depositor: str
    deposit: Tao
    approvals: tuple[str, ...]
    threshold: int

    @property
    def missing(self) -> int:
        """How many approvals it still needs."""
        return max(self.threshold - len(self.approvals), 0)

    def document(self) -> OpenCallDocument:
        """The call for JSON."""
        return {
            "call_hash": "0x" + self.call_hash.hex(),
            "call": self.words,
            "call_data": None if self.data is None else "0x" + self.data.hex(),
            "height": self.height,
            "index": self.index,
            "depositor": self.depositor,
            "deposit_tao": self.deposit.decimal(),
            "approvals": list(self.approvals),
            "missing": self.missing,
        }

    def facts(self, names: Mapping[str, str]) -> Facts:
        """The call in full."""
        rows = [
            ("call hash", "0x" + self.call_hash.hex()),
            ("call", with_names(self.words or "unknown here: only its hash is known", names)),
            ("opened", f"block {self.height}, by {with_names(self.depositor, names)}"),
            ("deposit", f"{self.deposit:,}"),
            ("approvals", f"{len(self.approvals)} of {self.threshold}"),
            *(("", with_names(one, names)) for one in self.approvals),
        ]
        return Facts(rows)


def read(view: View, chosen: ChosenSet) -> list[OpenCall]:
    """The open calls of a multisig, the oldest first."""
    found = []
    for one in view.multisigs(chosen.address):
        data = kept_calls.of_hash(one.call_hash)
        found.append(
            OpenCall(
                one.call_hash,
                kept_calls.in_words(view.metadata, data),
                data,
                one.height,
                one.index,
                one.depositor,
                one.deposit,
                one.approvals,
                chosen.signers.threshold,
            )
        )
    return sorted(found, key=lambda call: (call.height, call.index))
