"""Typed access to a JSON object, with errors that name the position in the file."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any, TypeVar

from btsdk.errors import ChainSpecError

E = TypeVar("E", bound=Enum)


class Section:
    """An object in a spec file; `place` is the path to it."""

    def __init__(self, source: str, place: str, value: Any) -> None:
        self._source = source
        self._place = place
        if not isinstance(value, dict):
            raise ChainSpecError(source, "expected an object", place=place)
        self.value: Mapping[str, Any] = value

    def error(self, key: str, reason: str, *, hint: str | None = None) -> ChainSpecError:
        """The error for the value under a key."""
        return ChainSpecError(self._source, reason, place=self._at(key), hint=hint)

    def part(
        self, key: str, default: Mapping[str, Any] | None = None, *, hint: str | None = None
    ) -> Section:
        """The object under a key."""
        if key not in self.value and default is None:
            raise self.error(key, "is missing", hint=hint)
        return Section(self._source, self._at(key), self.value.get(key, default))

    def text(self, key: str, default: str | None = None) -> str:
        """The string under a key."""
        value = self.value.get(key, default)
        if not isinstance(value, str):
            raise self.error(key, "is missing" if value is None else "expected a string")
        return value

    def count(self, key: str) -> int | None:
        """The positive integer under a key, if there is one."""
        value = self.value.get(key)
        if value is None or (type(value) is int and value > 0):
            return value
        raise self.error(key, "expected a positive integer or null")

    def seconds(self, key: str) -> float | None:
        """The positive number under a key, if there is one."""
        value = self.value.get(key)
        if value is None:
            return None
        if type(value) in (int, float) and value > 0:
            return float(value)
        raise self.error(key, "expected a positive number of seconds or null")

    def choice(self, key: str, kind: type[E]) -> E:
        """The member of an enum that the string under a key names."""
        return self._member(key, self.text(key), kind)

    def choices(self, key: str, kind: type[E]) -> list[E]:
        """The members of an enum that the strings under a key name."""
        names = self.value.get(key, [])
        if not isinstance(names, list):
            raise self.error(key, "expected a list")
        return [self._member(key, name, kind) for name in names]

    def _member(self, key: str, name: object, kind: type[E]) -> E:
        for member in kind:
            if member.value == name:
                return member
        known = ", ".join(str(member.value) for member in kind)
        raise self.error(key, f"{name!r} is none of {known}")

    def _at(self, key: str) -> str:
        return f"{self._place}.{key}" if self._place else key
