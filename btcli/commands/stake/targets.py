"""The hotkeys and subnets of a stake command, from its options.

Names and addresses may be mixed. Without an option about hotkeys it is the hotkey of `--hotkey`;
without an option about subnets the command is refused.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from btcli.accounts import selection
from btcli.context import Context
from btcli.trade import ROOT
from btsdk.errors import UsageError
from btsdk.storage.subtensor import NetworksAdded
from btsdk.units import Alpha

if TYPE_CHECKING:
    from btsdk.client import View

EVERY = None
"""Instead of a netuid: every subnet, in one call."""

Holdings = Mapping[tuple[str, int], Alpha]
"""The stakes of a coldkey, by hotkey and subnet."""


@dataclass(frozen=True)
class Target:
    """One hotkey on one subnet, or on every subnet."""

    hotkey: str
    netuid: int | None


@dataclass(frozen=True)
class TargetOptions:
    """The options. `hotkeys` is None for all but those in `but`; `netuids` is None for all."""

    hotkeys: tuple[str, ...] | None
    but: frozenset[str]
    netuids: tuple[int, ...] | None


def target_options(context: Context, *, needs_netuid: bool = True) -> TargetOptions:
    """Read the options; raises `UsageError` if they contradict each other or name no subnet."""
    choices = context.choices
    _check_hotkeys(context)
    chosen = netuids(context, needed=needs_netuid)
    but = frozenset(_addresses(context, choices.exclude_hotkeys or ()))
    if choices.all_hotkeys or choices.exclude_hotkeys:
        return TargetOptions(None, but, chosen)
    named = _addresses(context, choices.include_hotkeys or ())
    return TargetOptions(tuple(named) or (selection.hotkey(context),), but, chosen)


def netuids(context: Context, *, needed: bool) -> tuple[int, ...] | None:
    """The named subnets; None for all."""
    words = selection.listed(context.choices.netuids or ())
    if words and context.choices.all_netuids:
        raise UsageError("give either --netuid or --all-netuids, not both")
    if needed and not (words or context.choices.all_netuids):
        raise UsageError("no subnet given", hint="Use --netuid 1, --netuids 1,2 or --all-netuids.")
    return tuple(dict.fromkeys(netuid_of_text(word) for word in words)) or None


def to_stake_on(
    context: Context, requested: TargetOptions, open_netuids: Iterable[int]
) -> list[Target]:
    """Each hotkey on each subnet; all hotkeys means those of the wallet."""
    hotkeys = requested.hotkeys
    if hotkeys is None:
        hotkeys = tuple(key for key in own_hotkeys(context) if key not in requested.but)
        _require(hotkeys, f"no hotkey of the wallet {context.wallet.name!r} remains")
    chosen = tuple(open_netuids) if requested.netuids is None else requested.netuids
    return [Target(hotkey, netuid) for hotkey in hotkeys for netuid in chosen]


def to_unstake_from(context: Context, requested: TargetOptions, held: Holdings) -> list[Target]:
    """Each hotkey on each subnet with stake; prints how many have none."""
    hotkeys = staked_hotkeys(requested, held)
    if requested.netuids is None:
        pairs = [(hotkey, netuid) for hotkey, netuid in held if hotkey in hotkeys]
    else:
        pairs = [(hotkey, netuid) for hotkey in hotkeys for netuid in requested.netuids]
    # A single named target is kept: the operation reports that it has no stake.
    found = pairs if len(pairs) == 1 else [pair for pair in pairs if pair in held]
    _require(found, "there is no stake on any of these hotkeys and subnets")
    if requested.hotkeys is not None and len(found) < len(pairs):
        context.output.say(
            f"{len(pairs) - len(found)} of {len(pairs)} have no stake and are skipped."
        )
    return [Target(hotkey, netuid) for hotkey, netuid in found]


def staked_hotkeys(requested: TargetOptions, held: Holdings) -> Sequence[str]:
    """The hotkeys to unstake from; all hotkeys means those with stake, of the wallet or not."""
    if requested.hotkeys is not None:
        return requested.hotkeys
    found = list(dict.fromkeys(hotkey for hotkey, _ in held if hotkey not in requested.but))
    _require(found, "no hotkey with stake remains")
    return found


def own_hotkeys(context: Context) -> list[str]:
    """The addresses of all hotkeys of the wallet, each once."""
    names = context.wallet.hotkey_names()
    return list(dict.fromkeys(selection.hotkey(context, name) for name in names))


def existing_netuids(view: View) -> list[int]:
    """All subnets of the chain except root, in order."""
    known = (netuid for (netuid,), there in view.storage_map(NetworksAdded) if there)
    return sorted(netuid for netuid in known if netuid != ROOT)


def _addresses(context: Context, texts: Iterable[str]) -> list[str]:
    found = (selection.hotkey(context, name) for name in selection.listed(texts))
    return list(dict.fromkeys(found))


def _check_hotkeys(context: Context) -> None:
    choices = context.choices
    given = [
        option
        for option, value in (
            ("--include-hotkeys", choices.include_hotkeys),
            ("--all-hotkeys", choices.all_hotkeys or choices.exclude_hotkeys),
        )
        if value
    ]
    if len(given) == 2:
        raise UsageError(
            "--include-hotkeys cannot be combined with --all-hotkeys or --exclude-hotkeys"
        )
    if given == ["--all-hotkeys"] and choices.hotkey is not None:
        raise UsageError(
            f"--hotkey {choices.hotkey} cannot be combined with --all-hotkeys or --exclude-hotkeys"
        )


def netuid_of_text(word: str) -> int:
    """The netuid of a word; raises `UsageError`."""
    number = int(word) if word.isascii() and word.isdigit() and len(word) < 6 else -1
    if not 0 <= number < 1 << 16:
        raise UsageError(f"a netuid is a whole number from 0 to 65535, not {word!r}")
    return number


def _require(found: Collection[object], otherwise: str) -> None:
    if not found:
        raise UsageError(otherwise)
