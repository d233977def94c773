"""The hotkeys and subnets that a stake command means, from the options that name them.

Names and addresses may be mixed. What nobody named is never guessed: without a word about hotkeys
it is the wallet's chosen one alone, without a word about subnets the command is refused.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from btcli.accounts import selection
from btcli.context import Context
from btsdk.errors import UsageError
from btsdk.units import Alpha

EVERY = None
"""In the place of a netuid: every subnet, in one call."""

Holdings = Mapping[tuple[str, int], Alpha]
"""What a coldkey has staked, by hotkey and subnet."""


@dataclass(frozen=True)
class Target:
    """One hotkey on one subnet, or on every subnet."""

    hotkey: str
    netuid: int | None


@dataclass(frozen=True)
class TargetOptions:
    """What the options say. `hotkeys` is None for all there are, less `but`; so is `netuids`."""

    hotkeys: tuple[str, ...] | None
    but: frozenset[str]
    netuids: tuple[int, ...] | None


def target_options(context: Context, *, needs_netuid: bool = True) -> TargetOptions:
    """The options in one; raises `UsageError` where they contradict each other or say nothing."""
    choices = context.choices
    _check_hotkeys(context)
    chosen = netuids(context, needed=needs_netuid)
    but = frozenset(_addresses(context, choices.exclude_hotkeys or ()))
    if choices.all_hotkeys or choices.exclude_hotkeys:
        return TargetOptions(None, but, chosen)
    named = _addresses(context, choices.include_hotkeys or ())
    return TargetOptions(tuple(named) or (selection.hotkey(context),), but, chosen)


def netuids(context: Context, *, needed: bool) -> tuple[int, ...] | None:
    """The subnets that are named; None for all of them."""
    words = selection.listed(context.choices.netuids or ())
    if words and context.choices.all_netuids:
        raise UsageError("give either --netuid or --all-netuids, not both")
    if needed and not (words or context.choices.all_netuids):
        raise UsageError("a subnet is needed", hint="--netuid 1, --netuids 1,2, or --all-netuids.")
    return tuple(dict.fromkeys(_netuid(word) for word in words)) or None


def to_stake_on(
    context: Context, requested: TargetOptions, open_netuids: Iterable[int]
) -> list[Target]:
    """Each hotkey on each subnet; all hotkeys are those of the wallet."""
    hotkeys = requested.hotkeys
    if hotkeys is None:
        hotkeys = tuple(key for key in own_hotkeys(context) if key not in requested.but)
        _require(hotkeys, f"no hotkey of the wallet {context.wallet.name!r} is left")
    chosen = tuple(open_netuids) if requested.netuids is None else requested.netuids
    return [Target(hotkey, netuid) for hotkey in hotkeys for netuid in chosen]


def to_unstake_from(context: Context, requested: TargetOptions, held: Holdings) -> list[Target]:
    """Each hotkey on each subnet where there is stake; what is left out is said."""
    hotkeys = staked_hotkeys(requested, held)
    if requested.netuids is None:
        pairs = [(hotkey, netuid) for hotkey, netuid in held if hotkey in hotkeys]
    else:
        pairs = [(hotkey, netuid) for hotkey in hotkeys for netuid in requested.netuids]
    # One that was named alone goes on, and the operation says that there is nothing.
    found = pairs if len(pairs) == 1 else [pair for pair in pairs if pair in held]
    _require(found, "there is no stake on any of these hotkeys and subnets")
    if requested.hotkeys is not None and len(found) < len(pairs):
        context.output.say(f"{len(pairs) - len(found)} of {len(pairs)} have no stake; left out.")
    return [Target(hotkey, netuid) for hotkey, netuid in found]


def staked_hotkeys(requested: TargetOptions, held: Holdings) -> Sequence[str]:
    """The hotkeys to unstake from; all hotkeys are those with stake, of the wallet or not."""
    if requested.hotkeys is not None:
        return requested.hotkeys
    found = list(dict.fromkeys(hotkey for hotkey, _ in held if hotkey not in requested.but))
    _require(found, "no hotkey with stake is left")
    return found


def own_hotkeys(context: Context) -> list[str]:
    """The addresses of all hotkeys of the wallet; two names may stand for the same one."""
    names = context.wallet.hotkey_names()
    return list(dict.fromkeys(selection.hotkey(context, name) for name in names))


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
            "--include-hotkeys names the hotkeys; all of them, or all but some, is something else"
        )
    if given == ["--all-hotkeys"] and choices.hotkey is not None:
        raise UsageError(f"--hotkey {choices.hotkey} is one hotkey, and all were asked for as well")


def _netuid(word: str) -> int:
    number = int(word) if word.isascii() and word.isdigit() and len(word) < 6 else -1
    if not 0 <= number < 1 << 16:
        raise UsageError(f"a netuid is a whole number from 0 to 65535, not {word!r}")
    return number


def _require(found: Collection[object], otherwise: str) -> None:
    if not found:
        raise UsageError(otherwise)
