"""Values of hyperparameters as people write them, converted to the chain's."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from btsdk.descriptors.inputs import account_of
from btsdk.errors import UsageError
from btsdk.integers import index
from btsdk.reads.hyperparameter_table import Hyperparameter, Unit
from btsdk.reads.subnets import Fixed
from btsdk.units import Tao

_DECIMAL = re.compile(r"-?[0-9](?:_?[0-9])*(?:\.[0-9]+)?")
_SWITCH = {"on": True, "true": True, "yes": True, "off": False, "false": False, "no": False}
_CHOICES = {"burn": "Burn", "recycle": "Recycle"}
_FRACTION = 64
_ACCOUNT_BYTES = 32


def chain_value(one: Hyperparameter, value: Any) -> Any:
    """The value as the call takes it; raises `UsageError` if it is not one of the unit."""
    match one.unit:
        case Unit.SWITCH:
            return _switch(one, value)
        case Unit.TAO:
            return value if isinstance(value, Tao) else _tao(one, value)
        case Unit.FACTOR:
            return _factor(one, value)
        case Unit.CHOICE:
            return _choice(one, value)
        case Unit.ACCOUNT:
            return _account(one, value)
        case Unit.SHARES:
            return _shares(one, value)
    if one.unit.whole is not None:
        return share(one.name, value, one.unit.whole)
    return _whole(one, value)


def share(name: str, value: Any, whole: int) -> int:
    """A number of parts of a whole: an integer, or a percentage as text, rounded to the nearest
    part."""
    number = index(value)
    if number is not None:
        if not 0 <= number <= whole:
            raise UsageError(f"{name} has 0 to {whole:,} parts, not {number:,}")
        return number
    if isinstance(value, str):
        digits = value.strip()
        if digits.endswith("%"):
            percent = _fraction(digits[:-1].strip())
            if percent is not None and 0 <= percent <= 100:
                return round(percent * whole / 100)
        elif digits.isascii() and digits.isdigit():
            return share(name, int(digits), whole)
    raise UsageError(
        f"{name} is a number of parts of {whole:,}, or a percentage as text, not {value!r:.100}",
        hint="Write '12.5%', or the number of parts.",
    )


def _whole(one: Hyperparameter, value: Any) -> int:
    number = index(value)
    if number is None and isinstance(value, str):
        found = _fraction(value.strip())
        number = int(found) if found is not None and found.denominator == 1 else None
    if number is None:
        raise UsageError(f"{one.name} is a whole number of {one.unit.value}, not {value!r:.100}")
    return number


def _switch(one: Hyperparameter, value: Any) -> bool:
    if isinstance(value, bool):
        return value
    found = _SWITCH.get(value.strip().lower()) if isinstance(value, str) else None
    if found is None:
        raise UsageError(f"{one.name} is on or off: True or False, not {value!r:.100}")
    return found


def _tao(one: Hyperparameter, value: Any) -> Tao:
    if isinstance(value, str):
        return Tao.parse(value)
    raise UsageError(
        f"{one.name} is an amount of TAO, not {value!r:.100}",
        hint="Write Tao.parse('0.5'), or '0.5'.",
    )


def _factor(one: Hyperparameter, value: Any) -> int:
    """The bits of a fixed-point number, rounded to the nearest."""
    if isinstance(value, Fixed):
        return value.bits << _FRACTION >> value.fraction
    number: Fraction | None = None
    whole = index(value)
    if whole is not None:
        number = Fraction(whole)
    elif isinstance(value, str):
        number = _fraction(value.strip())
    if number is None or number < 0:
        raise UsageError(
            f"{one.name} is a factor, not {value!r:.100}", hint="Write it as text, such as '1.26'."
        )
    return round(number * (1 << _FRACTION))


def _choice(one: Hyperparameter, value: Any) -> str:
    found = _CHOICES.get(value.strip().lower()) if isinstance(value, str) else None
    if found is None:
        raise UsageError(f"{one.name} is {' or '.join(_CHOICES.values())}, not {value!r:.100}")
    return found


def _account(one: Hyperparameter, value: Any) -> bytes:
    account = account_of(value)
    if not isinstance(account, bytes) or len(account) != _ACCOUNT_BYTES:
        raise UsageError(f"{one.name} is an account, not {type(value).__name__}")
    return account


def _shares(one: Hyperparameter, value: Any) -> tuple[int, int]:
    parts = value.split(",") if isinstance(value, str) else value
    if not isinstance(parts, (list, tuple)) or len(parts) != 2:
        raise UsageError(f"{one.name} is a pair, lowest and highest, not {value!r:.100}")
    low, high = (share(one.name, part, one.unit.whole or 0) for part in parts)
    return low, high


def _fraction(text: str) -> Fraction | None:
    return Fraction(text.replace("_", "")) if _DECIMAL.fullmatch(text) else None
