"""Money: exact integers of rao, in types that do not mix.

One TAO, or one alpha of a subnet, is 10^9 rao. Amounts are parsed from plain decimal text, never
from floats; exponents (`1e-9`) are refused, because amounts to be signed should be easy to read. A
parsed amount is never negative; a difference of two amounts may be.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, TypeVar

from btsdk.errors import AmountError, UnitMismatch
from btsdk.integers import NETUID_MAX, index

if TYPE_CHECKING:
    from fractions import Fraction

DECIMALS = 9
RAO = 1_000_000_000
"""Rao in one TAO, and in one alpha."""

_AMOUNT = re.compile(r"(?P<whole>[0-9]+(?:_[0-9]+)*)?(?:\.(?P<part>[0-9]*))?")
_FORMAT = re.compile(
    r"(?P<align>(?:(?:.?[<>^])?[1-9][0-9]*)?)(?P<thousands>,?)(?:\.(?P<places>[0-9])f?)?", re.DOTALL
)
_ROOT = 0
_A = TypeVar("_A", bound="_Amount")


@dataclass(frozen=True, kw_only=True)
class _Amount:
    """The base class of TAO and alpha; `_like` tells whether units are equal."""

    rao: int
    symbol: ClassVar[str]

    def __new__(cls: type[_A], *bare: object, **named: object) -> _A:
        if bare:
            raise AmountError(
                f"{cls.__name__}({bare[0]!r}) does not say whether this is {cls.__name__} or rao",
                hint=f"Write {cls.__name__}.parse('1.5') or {cls.__name__}.from_rao(1_500_000_000)"
                + (", with the netuid." if "netuid" in cls.__dataclass_fields__ else "."),
            )
        return super().__new__(cls)

    def __post_init__(self) -> None:
        if type(self.rao) is not int:
            rao = index(self.rao)
            if rao is None:
                raise AmountError(f"rao are whole numbers, not {type(self.rao).__name__}")
            object.__setattr__(self, "rao", rao)

    def _like(self: _A, rao: int) -> _A:
        raise NotImplementedError

    @property
    def unit(self) -> str:
        """The unit in words, for messages."""
        raise NotImplementedError

    def _rao_of(self, other: object, action: str) -> int:
        if not isinstance(other, _Amount) or other.unit != self.unit:
            raise self._mismatch(other, action)
        return other.rao

    def _factor(self, other: object, action: str) -> int:
        factor = index(other)
        if factor is None:
            raise self._mismatch(other, action)
        return factor

    def _mismatch(self, other: object, action: str) -> UnitMismatch:
        what = other.unit if isinstance(other, _Amount) else f"a plain {type(other).__name__}"
        return UnitMismatch(f"cannot {action} {self.unit} and {what}")

    def __add__(self: _A, other: _A) -> _A:
        return self._like(self.rao + self._rao_of(other, "add"))

    def __radd__(self: _A, other: int) -> _A:
        """`sum` begins with 0: the only number that is no amount and still adds."""
        if type(other) is int and other == 0:
            return self
        raise self._mismatch(other, "add")

    def __sub__(self: _A, other: _A) -> _A:
        return self._like(self.rao - self._rao_of(other, "subtract"))

    def __mul__(self: _A, factor: int) -> _A:
        return self._like(self.rao * self._factor(factor, "multiply"))

    __rmul__ = __mul__

    def __floordiv__(self: _A, divisor: int) -> _A:
        return self._like(self.rao // self._factor(divisor, "divide"))

    def __truediv__(self: _A, other: _A) -> Fraction:
        """The exact ratio of two amounts of one unit."""
        if index(other) is not None:
            raise UnitMismatch(
                f"{self.unit} divided by a number may be a part of a rao",
                hint="amount // n drops the part below one rao; "
                "Fraction(amount.rao, n) keeps it, in rao.",
            )
        divisor = self._rao_of(other, "divide")
        if divisor == 0:
            raise AmountError(f"cannot divide {self} by zero")
        from fractions import Fraction  # noqa: PLC0415  # it loads decimal: 4 ms at start-up

        return Fraction(self.rao, divisor)

    def __neg__(self: _A) -> _A:
        return self._like(-self.rao)

    def __abs__(self: _A) -> _A:
        return self._like(abs(self.rao))

    def __bool__(self) -> bool:
        return self.rao != 0

    # Different units compare as unequal, so that amounts can be in sets and dicts; only an order
    # between them is an error.
    def __lt__(self: _A, other: _A) -> bool:
        return self.rao < self._rao_of(other, "compare")

    def __le__(self: _A, other: _A) -> bool:
        return self.rao <= self._rao_of(other, "compare")

    def __gt__(self: _A, other: _A) -> bool:
        return self.rao > self._rao_of(other, "compare")

    def __ge__(self: _A, other: _A) -> bool:
        return self.rao >= self._rao_of(other, "compare")

    def decimal(self, places: int = DECIMALS, *, thousands: bool = False) -> str:
        """Plain decimal text without a unit, cut (not rounded) after `places` of nine digits."""
        if index(places) is None or not 0 <= places <= DECIMALS:
            raise AmountError(f"an amount has 0 to {DECIMALS} decimal places, not {places!r}")
        whole, part = divmod(abs(self.rao), RAO)
        sign = "-" if self.rao < 0 else ""
        shown = f"{whole:,}" if thousands else str(whole)
        return sign + shown + (f".{part:09d}"[: places + 1] if places else "")

    def __str__(self) -> str:
        return format(self)

    def __format__(self, spec: str) -> str:
        """`,` for thousands separators, `.N` for fewer places (cut, not rounded), and an alignment
        with a width, as in `f"{amount:>20,.4}"`."""
        match = _FORMAT.fullmatch(spec)
        if match is None:
            raise AmountError(
                f"{spec!r} is not a format of an amount: use '>20' or '<20', ',' and '.0' to '.9'"
            )
        places = int(match["places"]) if match["places"] else DECIMALS
        text = self.decimal(places, thousands=bool(match["thousands"]))
        text = f"-{self.symbol}{text[1:]}" if text.startswith("-") else f"{self.symbol}{text}"
        align = match["align"]
        # A bare width aligns numbers to the right, as Python does.
        return format(text, f">{align}" if align.isdigit() else align)


@dataclass(frozen=True, kw_only=True, repr=False)
class Tao(_Amount):
    """An amount of TAO, the chain's own token."""

    symbol: ClassVar[str] = "τ"

    @classmethod
    def from_rao(cls, rao: int) -> Tao:
        return cls(rao=rao)

    @classmethod
    def zero(cls) -> Tao:
        """No TAO: the start of a sum that may be empty, `sum(amounts, Tao.zero())`."""
        return cls(rao=0)

    @classmethod
    def parse(cls, text: str) -> Tao:
        """TAO from decimal text: `1.5`, `.5`, `1_000`; it may begin with `τ`."""
        return cls(rao=_parse(text, "TAO", cls.symbol))

    @property
    def unit(self) -> str:
        return "TAO"

    def _like(self, rao: int) -> Tao:
        return Tao(rao=rao)

    def __repr__(self) -> str:
        return f"Tao.parse('{self.decimal()}')" if self.rao >= 0 else f"Tao.from_rao({self.rao})"


@dataclass(frozen=True, kw_only=True, repr=False)
class Alpha(_Amount):
    """An amount of the alpha of one subnet; alpha of another subnet is another unit."""

    netuid: int
    symbol: ClassVar[str] = "α"

    @classmethod
    def from_rao(cls, rao: int, netuid: int) -> Alpha:
        return cls(rao=rao, netuid=netuid)

    @classmethod
    def zero(cls, netuid: int) -> Alpha:
        """No alpha of this subnet: the start of a sum that may be empty."""
        return cls(rao=0, netuid=netuid)

    @classmethod
    def parse(cls, text: str, netuid: int) -> Alpha:
        """Alpha from decimal text, as `Tao.parse` reads it; it may begin with `α`."""
        rao = _parse(text, f"alpha of subnet {netuid}", cls.symbol)
        return cls(rao=rao, netuid=netuid)

    def __post_init__(self) -> None:
        super().__post_init__()
        netuid = index(self.netuid)
        if netuid is None or not 0 <= netuid <= NETUID_MAX:
            raise AmountError(f"a netuid is a whole number from 0 to 65535, not {self.netuid!r}")
        if netuid is not self.netuid:
            object.__setattr__(self, "netuid", netuid)

    @property
    def unit(self) -> str:
        return f"alpha of subnet {self.netuid}"

    def _like(self, rao: int) -> Alpha:
        return Alpha(rao=rao, netuid=self.netuid)

    def at(self, price: Tao) -> Tao:
        """The value at a price (TAO for one alpha), without slippage and fees, cut to whole rao.

        Alpha of the root network is TAO already: it counts one to one, at any price.
        """
        if not isinstance(price, Tao):
            raise self._mismatch(price, "price in TAO")
        if self.netuid == _ROOT:
            return Tao.from_rao(self.rao)
        value = abs(self.rao) * price.rao // RAO
        return Tao.from_rao(-value if self.rao < 0 else value)

    def __repr__(self) -> str:
        return f"Alpha.from_rao({self.rao}, netuid={self.netuid})"


def _parse(text: object, unit: str, symbol: str) -> int:
    """The rao of a decimal text; its type is checked, because untyped callers pass floats."""
    if not isinstance(text, str):
        hint = "Write the amount as text, such as '1.5', or use from_rao for a number of rao."
        if isinstance(text, float):
            raise AmountError(f"{text!r} is a float, which cannot hold {unit} exactly", hint=hint)
        raise AmountError(f"an amount of {unit} is read from text, not {text!r}", hint=hint)
    digits = text.strip().removeprefix(symbol)
    match = _AMOUNT.fullmatch(digits)
    if match is None or not (match["whole"] or match["part"]):
        raise AmountError(f"{text!r} is not an amount of {unit}", hint=_hint_for(digits))
    part = match["part"] or ""
    if len(part) > DECIMALS:
        raise AmountError(f"{text!r} has {len(part)} decimal places; {unit} has {DECIMALS}")
    whole = int(match["whole"] or "0")
    return whole * RAO + int(part.ljust(DECIMALS, "0"))


def _hint_for(digits: str) -> str:
    if digits.startswith("-"):
        return "Amounts are not negative."
    if "," in digits:
        return "Use a point for decimals, and _ or nothing between thousands."
    if "e" in digits.lower():
        return "Write all digits: exponents are not accepted."
    return "Write it as 1.5, .5 or 1_000."
