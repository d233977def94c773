"""The neurons of wallets: the hotkeys on this machine, and those that their coldkeys own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from btcli.accounts.selection import listed
from btcli.context import Context
from btsdk.errors import UsageError
from btsdk.keys import ss58
from btsdk.wallet import WalletEntry, list_wallets

if TYPE_CHECKING:
    from btsdk.client import View
    from btsdk.reads.metagraph import Metagraph, MetagraphNeuron

_FIELDS = ("neurons", "validator_trust")


class OwnedKey(NamedTuple):
    """A hotkey with the name of its wallet. `name` is None if it has no file on this machine."""

    wallet: str
    name: str | None
    address: str


class WalletNeuron(NamedTuple):
    """A neuron of a wallet, and the blocks since its last update."""

    netuid: int
    key: OwnedKey
    neuron: MetagraphNeuron
    validator_trust: int
    updated: int


@dataclass(frozen=True)
class HotkeyChoice:
    """The hotkeys to show, by name or address: all, only some, or all but some."""

    only: frozenset[str] | None = None
    but: frozenset[str] = frozenset()

    def __contains__(self, key: OwnedKey) -> bool:
        named = {key.name, key.address}
        return not named & self.but and (self.only is None or bool(named & self.only))


def chosen_wallets(context: Context, *, every: bool) -> list[WalletEntry]:
    """The wallet, or all wallets, each with the public key of its coldkey."""
    found = list_wallets(context.wallet_path)
    if every:
        return [wallet for wallet in found if wallet.coldkey.public is not None]
    name = context.wallet.name
    address = context.wallet.coldkeypub  # raises and names the missing file
    return [one for one in found if one.name == name and one.coldkey.public == address]


def hotkey_choice(context: Context, wallets: Iterable[WalletEntry]) -> HotkeyChoice:
    """The choice of `--include-hotkeys` and `--exclude-hotkeys`."""
    only = listed(context.choices.include_hotkeys or ())
    but = listed(context.choices.exclude_hotkeys or ())
    if only and but:
        raise UsageError("give either --include-hotkeys or --exclude-hotkeys, not both")
    names = {hotkey.name for wallet in wallets for hotkey in wallet.hotkeys}
    for word in (*only, *but):
        if word not in names and not ss58.is_valid(word):
            raise UsageError(
                f"there is no hotkey {word!r}", hint="`btcli wallet list` shows the hotkeys."
            )
    return HotkeyChoice(frozenset(only) or None, frozenset(but))


def neurons(
    view: View,
    wallets: Sequence[WalletEntry],
    choice: HotkeyChoice,
    netuids: Sequence[int] | None,
) -> list[WalletNeuron]:
    """The neurons of the chosen hotkeys, by netuid and uid; `netuids` is None for all subnets."""
    known = {key.address: key for key in _keys(view, wallets)}
    keys = {address: key for address, key in known.items() if key in choice}
    places = view.gather(*(view.ask.netuids_for_hotkey(address) for address in keys))
    held = {netuid for found in places for netuid in found}
    wanted = sorted(held if netuids is None else held.intersection(netuids))
    graphs = view.gather(*(view.ask.metagraph(netuid, fields=_FIELDS) for netuid in wanted))
    return [row for graph in graphs for row in _rows(graph, keys, view.number)]


def _keys(view: View, wallets: Sequence[WalletEntry]) -> list[OwnedKey]:
    """Each hotkey once; one with a file comes last, so that its name is kept."""
    coldkeys = [wallet.coldkey.public for wallet in wallets if wallet.coldkey.public is not None]
    owned = view.gather(*(view.ask.owned_hotkeys(key.ss58_address) for key in coldkeys))
    named = [
        OwnedKey(wallet.name, hotkey.name, hotkey.public.ss58_address)
        for wallet in wallets
        for hotkey in wallet.hotkeys
        if hotkey.public is not None
    ]
    unnamed = (
        OwnedKey(wallet.name, None, address)
        for wallet, found in zip(wallets, owned, strict=True)
        for address in found
    )
    return [*unnamed, *named]


def _rows(graph: Metagraph, keys: dict[str, OwnedKey], block: int) -> list[WalletNeuron]:
    trust = graph.validator_trust
    return [
        WalletNeuron(
            graph.netuid,
            keys[address],
            graph[uid],
            int(trust[uid]),
            max(block - graph[uid].last_update, 0),
        )
        for uid, address in enumerate(graph.hotkeys)
        if address in keys
    ]
