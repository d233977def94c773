"""What is lost with keys that are deleted: balance, stakes, subnets and registrations.

It is read from the network of the command, where that can be asked. A local chain is not created
for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypedDict

from btcli.context import Context
from btcli.render.blocks import Facts, Line
from btcli.terminal.block import Block
from btsdk.errors import BtError
from btsdk.units import Tao

if TYPE_CHECKING:
    from btsdk.client import View
    from btsdk.reads.portfolios import Portfolio


class RegisteredDocument(TypedDict):
    """The subnets on which a hotkey is registered."""

    hotkey: str
    name: str
    netuids: list[int]


class LossDocument(TypedDict):
    """What the deleted keys had on the network."""

    coldkey: Annotated[str | None, "null if no private coldkey was deleted"]
    free_tao: str
    staked_value_tao: Annotated[str, "at spot prices"]
    total_tao: str
    stakes: Annotated[int, "how many"]
    owned_netuids: list[int]
    registered: list[RegisteredDocument]


@dataclass(frozen=True)
class Loss:
    """What the keys have. `portfolio` is None without a coldkey."""

    portfolio: Portfolio | None
    owned: tuple[int, ...]
    registered: Mapping[str, tuple[str, list[int]]]
    """The name and the subnets of each hotkey, by address."""

    @property
    def is_empty(self) -> bool:
        """Whether the keys have nothing."""
        held = self.portfolio is not None and (self.portfolio.total or self.portfolio.holdings)
        return not (held or self.owned or any(netuids for _, netuids in self.registered.values()))


def find(context: Context, coldkey: str | None, hotkeys: Mapping[str, str]) -> Loss | None:
    """What the coldkey and the hotkeys (names by address) have; None if the network cannot be
    asked, which is said."""
    missing = _missing_chain(context)
    if missing is not None:
        _not_asked(context, missing)
        return None
    try:
        with context.client() as client:
            return _found(client.head(), coldkey, hotkeys)
    except BtError as error:
        _not_asked(context, error.message)
        return None


def block_of(loss: Loss, network: str) -> Block:
    """What the keys have, for the screen."""
    if loss.is_empty:
        return Line(f"These keys have nothing on network {network}; other networks were not asked.")
    rows = []
    held = loss.portfolio
    if held is not None:
        count = len(held.holdings)
        stakes = "1 stake" if count == 1 else f"{count} stakes"
        rows = [
            ("coldkey", held.coldkey),
            ("balance", f"{held.balance.total:,}"),
            ("staked", f"{held.staked:,} at spot prices, in {stakes}"),
        ]
    if loss.owned:
        rows.append(("subnets owned", _listed(loss.owned)))
    for name, netuids in loss.registered.values():
        if netuids:
            rows.append((f"hotkey {name}", f"registered on subnet {_listed(netuids)}"))
    return Facts(rows, title=f"These keys have on network {network}")


def document_of(loss: Loss) -> LossDocument:
    """What the keys have, for JSON."""
    held, nothing = loss.portfolio, Tao.zero()
    return {
        "coldkey": None if held is None else held.coldkey,
        "free_tao": (nothing if held is None else held.balance.free).decimal(),
        "staked_value_tao": (nothing if held is None else held.staked).decimal(),
        "total_tao": (nothing if held is None else held.total).decimal(),
        "stakes": 0 if held is None else len(held.holdings),
        "owned_netuids": list(loss.owned),
        "registered": [
            {"hotkey": address, "name": name, "netuids": netuids}
            for address, (name, netuids) in loss.registered.items()
            if netuids
        ],
    }


def _found(view: View, coldkey: str | None, hotkeys: Mapping[str, str]) -> Loss:
    places = view.gather(*(view.ask.netuids_for_hotkey(address) for address in hotkeys))
    registered = {
        address: (name, netuids)
        for (address, name), netuids in zip(hotkeys.items(), places, strict=True)
    }
    if coldkey is None:
        return Loss(None, (), registered)
    held = view.portfolio([coldkey])[coldkey]
    owned = tuple(one.netuid for one in view.subnets() if one.owner_coldkey == coldkey)
    return Loss(held, owned, registered)


def _missing_chain(context: Context) -> str | None:
    """Why the local chain cannot be asked; None for another network, and if there is one."""
    if context.network != "local":
        return None
    from btcli.commands.node.local_chain import file_of  # noqa: PLC0415  # loads the node

    named = context.setting("chain_file")
    path = Path(named).expanduser() if named else file_of(None, None)
    return None if path.exists() else "there is no local chain"


def _not_asked(context: Context, reason: str) -> None:
    context.output.warn(
        f"Balances and stakes on network {context.network} were not read: {reason}. The keys may "
        "have funds there."
    )


def _listed(netuids: tuple[int, ...] | list[int]) -> str:
    return ", ".join(map(str, netuids))
