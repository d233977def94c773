"""The hyperparameters of a subnet: values, ranges, who may set them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypedDict

from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Facts, Line, Table
from btcli.terminal.block import Block
from btsdk.ops.shares import percent
from btsdk.reads.hyperparameter_bounds import Bounds
from btsdk.reads.hyperparameter_table import PARAMETERS, Hyperparameter, Setter, Unit, parameter
from btsdk.reads.hyperparameters import shown
from btsdk.reads.owner_limits import FreezeWindow
from btsdk.units import Tao

if TYPE_CHECKING:
    from btsdk.client import View
    from btsdk.reads.hyperparameters import Hyperparameters

_U64_MAX = (1 << 64) - 1
_BY_NAME = {one.name: one for one in PARAMETERS}


class HyperparameterDocument(TypedDict):
    """A hyperparameter."""

    name: str
    value: Annotated[Any, "a number, true or false, text, or a list; TAO and fractions are text"]
    unit: str
    least: Annotated[Any, "what the owner can set in the next block; null without bounds"]
    most: Annotated[Any, "likewise"]
    set_by: Literal["owner or root", "root", "nobody"]
    call: Annotated[str | None, "the call that sets it; null if none does"]
    frozen: Annotated[bool, "whether the freeze window stops a change in the next block"]


class HyperparametersData(TypedDict):
    """The result of `sudo get` and `subnets hyperparameters`."""

    block: int
    netuid: int
    frozen_until: Annotated[int | None, "the end of the freeze window; null if it is not open"]
    hyperparameters: list[HyperparameterDocument]


def result(context: Context, netuid: int, name: str | None = None) -> Result:
    """The hyperparameters of a subnet, or one of them."""
    only = None if name is None else parameter(name).name
    with context.client() as client:
        view = client.head()
        found = view.hyperparameters(netuid)
        bounds = view.hyperparameter_bounds(netuid)
        window = view.freeze_window(netuid)
    rows = [_known(one) for one in sorted(found) if only in (None, one)]
    data = {
        "block": view.number,
        "netuid": netuid,
        "frozen_until": window.ends_at if window.frozen else None,
        "hyperparameters": [
            _document(one, found, bounds.get(one.name), window.frozen) for one in rows
        ],
    }
    if only is not None:
        return Result(data, (_facts(rows[0], found, bounds.get(only)), *freeze_lines(window)))
    return Result(data, (*_blocks(rows, found, bounds), *freeze_lines(window)))


def settable(view: View, netuid: int) -> tuple[Block, ...]:
    """The hyperparameters that a call can set."""
    found, bounds = view.hyperparameters(netuid), view.hyperparameter_bounds(netuid)
    rows = [one for name in sorted(found) if (one := _known(name)).call]
    return _blocks(rows, found, bounds)


def freeze_lines(window: FreezeWindow) -> tuple[Line, ...]:
    """A line about the freeze window: whether changes are possible now."""
    if window.frozen and window.ends_at is None:
        return (Line("The freeze window is longer than the tempo: no change is possible."),)
    if window.frozen:
        return (
            Line(f"Frozen before the epoch: changes are possible from block {window.ends_at:,}."),
        )
    if window.starts_at is None:
        return ()
    return (Line(f"The next freeze window begins with block {window.starts_at:,}."),)


def range_in_words(one: Hyperparameter, bounds: Bounds | None) -> str:
    """The values that can be set, such as `360 to 50,400`; empty if nothing sets it."""
    if one.setter is Setter.NOBODY:
        return ""
    if bounds is None:
        return {Unit.SWITCH: "on, off", Unit.CHOICE: "Burn, Recycle"}.get(one.unit, "a hotkey")
    whole = one.unit.whole
    if whole is not None:
        return " to ".join(percent(Fraction(value, whole)) for value in bounds)
    least, most = (_short(value) for value in bounds)
    return f"from {least}" if _open(bounds.most) else f"{least} to {most}"


def _known(name: str) -> Hyperparameter:
    """The hyperparameter; a bare number for a name that a newer runtime lists."""
    return _BY_NAME.get(name) or Hyperparameter(name, Unit.NUMBER, None, setter=Setter.NOBODY)


def _open(most: Any) -> bool:
    """Whether the bound is only that of the number's type."""
    return (most.rao if isinstance(most, Tao) else most) == _U64_MAX


def _short(value: Any) -> str:
    if isinstance(value, Tao):
        return f"{value:,}".rstrip("0").rstrip(".")
    return f"{value:,}" if isinstance(value, int) else str(value).rstrip("0").rstrip(".")


def json_value(value: Any) -> Any:
    """A value for JSON."""
    if isinstance(value, Tao):
        return value.decimal()
    if isinstance(value, tuple):
        return list(value)
    return value if value is None or isinstance(value, (bool, int, str)) else str(value)


def _document(
    one: Hyperparameter, found: Hyperparameters, bounds: Bounds | None, frozen: bool
) -> HyperparameterDocument:
    pallet = "SubtensorModule" if one.call == "set_activity_cutoff_factor" else "AdminUtils"
    return {
        "name": one.name,
        "value": json_value(found[one.name]),
        "unit": one.unit.value,
        "least": None if bounds is None else json_value(bounds.least),
        "most": None if bounds is None else json_value(bounds.most),
        "set_by": one.setter.value,
        "call": f"{pallet}.{one.call}" if one.call else None,
        "frozen": frozen and one.window and bool(one.call),
    }


def _blocks(
    rows: list[Hyperparameter], found: Hyperparameters, bounds: dict[str, Bounds]
) -> tuple[Block, ...]:
    """The table, and below it the accounts, which would take the room of a column."""
    accounts = [one for one in rows if one.unit is Unit.ACCOUNT]
    table = _table([one for one in rows if one not in accounts], found, bounds)
    return table, Facts([(one.name, shown(one, found[one.name])) for one in accounts])


def _table(rows: list[Hyperparameter], found: Hyperparameters, bounds: dict[str, Bounds]) -> Table:
    return Table(
        ("hyperparameter", "value", "range", "set by"),
        [
            (
                one.name,
                _cell(one, found[one.name]),
                range_in_words(one, bounds.get(one.name)),
                one.setter.value,
            )
            for one in rows
        ],
        title=f"Hyperparameters of subnet {found.netuid}",
        spare=("range", "set by"),
    )


def _cell(one: Hyperparameter, value: Any) -> str:
    """A value with its unit, shorter than `shown`: shares in percent alone."""
    whole = one.unit.whole
    if whole is not None:
        parts = value if isinstance(value, tuple) else (value,)
        return " to ".join(percent(Fraction(part, whole)) for part in parts)
    if one.unit is Unit.TEMPO_MILLIS:
        return f"{value:,} ‰ of a tempo"
    return shown(one, value)


def _facts(one: Hyperparameter, found: Hyperparameters, bounds: Bounds | None) -> Facts:
    rows = [("value", shown(one, found[one.name])), ("unit", one.unit.value)]
    rows += [("range", range_in_words(one, bounds))] if one.call else []
    rows.append(("set by", one.setter.value))
    rows += [("also called", ", ".join(one.also))] if one.also else []
    return Facts(rows, title=f"{one.name} of subnet {found.netuid}")
