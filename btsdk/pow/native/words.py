"""32-bit words of a kernel in LLVM IR: uniform ones are computed once, varying ones for each nonce.

A uniform word is the same for all nonces of a call, so its instructions stand before the loop, on
scalars. A varying word is a vector with one nonce a lane.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import reduce
from itertools import count


@dataclass(frozen=True)
class Word:
    """The name of a value, or a literal."""

    name: str
    uniform: bool = True


def literal(value: int) -> Word:
    """A constant."""
    return Word(str(value))


@dataclass
class Words:
    """Writes instructions: `before` the loop, and in its body, `inside`."""

    lanes: int
    before: list[str] = field(default_factory=list)
    inside: list[str] = field(default_factory=list)
    _broadcasts: dict[str, str] = field(default_factory=dict)
    _numbers: count[int] = field(default_factory=count)

    @property
    def vector(self) -> str:
        """The type of a varying word."""
        return f"<{self.lanes} x i32>"

    def add(self, *words: Word) -> Word:
        """The sum modulo 2^32; uniform words are added before the loop."""
        return self._folded("add", words)

    def xor(self, *words: Word) -> Word:
        """The exclusive or."""
        return self._folded("xor", words)

    def and_(self, one: Word, other: Word) -> Word:
        """The bitwise and."""
        return self._binary("and", one, other)

    def or_(self, one: Word, other: Word) -> Word:
        """The bitwise or."""
        return self._binary("or", one, other)

    def shift_right(self, word: Word, bits: int) -> Word:
        """The word shifted towards its lowest bit."""
        return self._binary("lshr", word, literal(bits))

    def shift_left(self, word: Word, bits: int) -> Word:
        """The word shifted towards its highest bit."""
        return self._binary("shl", word, literal(bits))

    def rotate_right(self, word: Word, bits: int) -> Word:
        """The word rotated towards its lowest bit."""
        kind, suffix = self._type(word.uniform)
        name = self.of(word, uniform=word.uniform)
        amount = self.of(literal(bits), uniform=word.uniform)
        line = f"call {kind} @llvm.fshr.{suffix}({kind} {name}, {kind} {name}, {kind} {amount})"
        return self._write(line, word.uniform)

    def of(self, word: Word, *, uniform: bool) -> str:
        """The name of the word as a scalar or as a vector."""
        if word.uniform == uniform:
            return word.name
        if word.name not in self._broadcasts:
            self._broadcasts[word.name] = self._broadcast(word.name)
        return self._broadcasts[word.name]

    def _folded(self, operation: str, words: tuple[Word, ...]) -> Word:
        first = sorted(words, key=lambda word: not word.uniform)
        return reduce(lambda one, other: self._binary(operation, one, other), first)

    def _binary(self, operation: str, one: Word, other: Word) -> Word:
        uniform = one.uniform and other.uniform
        kind, _ = self._type(uniform)
        names = f"{self.of(one, uniform=uniform)}, {self.of(other, uniform=uniform)}"
        return self._write(f"{operation} {kind} {names}", uniform)

    def _broadcast(self, name: str) -> str:
        if name.isdigit():
            return f"splat (i32 {name})"
        everywhere = self._fresh()
        self.before += spread(everywhere, self.vector, f"i32 {name}")
        return everywhere

    def _type(self, uniform: bool) -> tuple[str, str]:
        return ("i32", "i32") if uniform else (self.vector, f"v{self.lanes}i32")

    def _write(self, instruction: str, uniform: bool) -> Word:
        name = self._fresh()
        (self.before if uniform else self.inside).append(f"{name} = {instruction}")
        return Word(name, uniform)

    def _fresh(self) -> str:
        return f"%w{next(self._numbers)}"


def spread(name: str, vector: str, scalar: str) -> list[str]:
    """The instructions for a vector `name` with a scalar in each lane."""
    lanes = vector[1:].split()[0]
    return [
        f"{name}_one = insertelement {vector} poison, {scalar}, i64 0",
        f"{name} = shufflevector {vector} {name}_one, {vector} poison, "
        f"<{lanes} x i32> zeroinitializer",
    ]
