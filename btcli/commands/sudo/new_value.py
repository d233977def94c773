"""The hyperparameter to set and its new value: given, or asked for on a terminal."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from btcli.accounts import selection
from btcli.commands.sudo.hyperparameter_list import range_in_words, settable
from btcli.context import Context
from btsdk.errors import UsageError
from btsdk.reads.hyperparameter_table import PARAMETERS, Hyperparameter, Unit, parameter
from btsdk.reads.hyperparameters import shown

if TYPE_CHECKING:
    from btsdk.client import View

_FRACTION = re.compile(r"[0-9]*\.[0-9]+")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?|\.[0-9]+")
_SWITCHES = {"1": "on", "0": "off"}


def chosen(context: Context, view: View, netuid: int, name: str | None) -> Hyperparameter:
    """The hyperparameter of a name; on a terminal asked for, after a table of them."""
    if name is None:
        listed = f"`btcli sudo get --netuid {netuid}` lists them"
        missing = UsageError("no hyperparameter given", hint=f"Use --param NAME; {listed}.")
        if (wallet := context.choices.wallet_name) in {one.name for one in PARAMETERS}:
            missing.hint = f"Use --param {wallet}: --name is the wallet."
        if context.may_prompt:
            context.output.show(*settable(view, netuid), to_stderr=True)
        name = context.answer("Hyperparameter: ", missing)
    return parameter(name)


def text_of(
    context: Context, view: View, netuid: int, one: Hyperparameter, value: str | None
) -> str:
    """The new value as typed; on a terminal asked for, with the unit and the range."""
    if value is not None:
        return value
    missing = UsageError(f"no value given for {one.name}", hint=f"Use --value ({_unit(one)}).")
    now = shown(one, view.hyperparameters(netuid)[one.name])
    bounds = view.hyperparameter_bounds(netuid).get(one.name)
    allowed = range_in_words(one, bounds)
    return context.answer(f"New value ({_unit(one)}; {allowed}; {now} now): ", missing)


def value_of(context: Context, one: Hyperparameter, text: str, *, normalized: bool) -> str:
    """The value as the operation takes it.

    Older versions read 1 and 0 for switches, and fractions for shares: 0.5 is 50 %. A hotkey may be
    a name.
    """
    if one.unit is Unit.ACCOUNT:
        return selection.hotkey(context, text)
    if one.unit is Unit.SWITCH:
        return _SWITCHES.get(text.strip(), text)
    if one.unit.whole is None:
        return text
    return ",".join(_share(part.strip(), normalized) for part in text.split(","))


def _share(text: str, normalized: bool) -> str:
    """A share: a fraction as a percentage, anything else as typed."""
    if not (_NUMBER if normalized else _FRACTION).fullmatch(text):
        return text
    percent = Fraction(text) * 100
    if percent > 100:
        raise UsageError(f"a fraction is from 0 to 1, not {text}", hint="Write 12.5% or 0.125.")
    digits = f"{float(percent):.12f}".rstrip("0").rstrip(".")
    return f"{digits}%"


def _unit(one: Hyperparameter) -> str:
    return "an address or a name" if one.unit is Unit.ACCOUNT else one.unit.value
