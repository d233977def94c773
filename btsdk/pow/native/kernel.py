"""The kernel: a search over nonces in LLVM IR, for messages of one layout.

    i64 search(ptr words, i32 low, i64 groups, i64 limit, ptr mask)

`words` is the padded message in big-endian words, with zeros for the low four bytes of the nonce;
those count from `low`, one group of `lanes` nonces after another. The search ends with the first
group in which a seal's top 64 bits are at most `limit`: it returns the group's number, and a bit
for each such lane in `mask`; or `groups` if there is none.
"""

from __future__ import annotations

from typing import NamedTuple

from btsdk.pow.native import keccak, sha256
from btsdk.pow.native.words import Word, Words, literal, spread

NAME = "search"
_BLOCK = 64
_LENGTH_BYTES = 8


class MessageLayout(NamedTuple):
    """Where the nonce stands in the message, and how long the message is, in bytes."""

    nonce: int
    length: int

    @property
    def blocks(self) -> int:
        """Blocks of SHA-256, with the padding."""
        return (self.length + 1 + _LENGTH_BYTES + _BLOCK - 1) // _BLOCK


def source(layout: MessageLayout, lanes: int) -> str:
    """The kernel's module, for vectors of `lanes` nonces."""
    words = Words(lanes)
    message = _message(words, layout)
    digest = sha256.digest(words, message)
    half = lanes // 2
    filters = [_filter(words, digest, part, half) for part in range(2)]
    return "\n".join(
        [
            keccak.function(half),
            f"define i64 @{NAME}(ptr noalias %words, i32 %low, i64 %groups, i64 %limit, "
            f"ptr noalias %mask) #1 {{",
            "entry:",
            *words.before,
            *_first(lanes),
            *spread("%limits", f"<{half} x i64>", "i64 %limit"),
            "br label %loop",
            "loop:",
            "%group = phi i64 [ 0, %entry ], [ %next, %more ]",
            f"%lows = phi {words.vector} [ %first, %entry ], [ %later, %more ]",
            *words.inside,
            *_mask(filters, lanes),
            "%any = icmp ne i32 %hits, 0",
            "br i1 %any, label %found, label %more",
            "more:",
            f"%later = add {words.vector} %lows, splat (i32 {lanes})",
            "%next = add i64 %group, 1",
            "%done = icmp eq i64 %next, %groups",
            "br i1 %done, label %end, label %loop",
            "found:",
            "store i32 %hits, ptr %mask, align 4",
            "br label %end",
            "end:",
            "%result = phi i64 [ %groups, %more ], [ %group, %found ]",
            "ret i64 %result",
            "}",
            *_declarations(lanes),
            f"attributes #0 = {{ noinline nounwind {_width(lanes)} }}",
            f"attributes #1 = {{ nounwind {_width(lanes)} }}",
        ]
    )


def _message(words: Words, layout: MessageLayout) -> list[Word]:
    """The words of the message; those with low bytes of the nonce vary."""
    found = []
    for index in range(16 * layout.blocks):
        pointer, value = f"%p{index}", f"%m{index}"
        words.before.append(f"{pointer} = getelementptr inbounds i32, ptr %words, i64 {index}")
        words.before.append(f"{value} = load i32, ptr {pointer}, align 4")
        found.append(Word(value))
    low = Word("%lows", uniform=False)
    for byte in range(4):
        index, place = divmod(layout.nonce + byte, 4)
        piece = words.and_(words.shift_right(low, 8 * byte), literal(255))
        found[index] = words.or_(found[index], words.shift_left(piece, 24 - 8 * place))
    return found


def _filter(words: Words, digest: list[Word], part: int, half: int) -> str:
    """Keccak of one half of the digests; the name of its mask."""
    wide = f"<{half} x i64>"
    lanes = [
        _lane(words, digest[2 * number : 2 * number + 2], part, half, f"%l{part}_{number}")
        for number in range(4)
    ]
    arguments = ", ".join(f"{wide} {lane}" for lane in lanes)
    words.inside += [
        f"%top{part} = call {wide} @keccak_top({arguments})",
        f"%good{part} = icmp ule {wide} %top{part}, %limits",
    ]
    return f"%good{part}"


def _lane(words: Words, pair: list[Word], part: int, half: int, name: str) -> str:
    """Two words of the digests as one little-endian lane."""
    small, wide, vector = f"<{half} x i32>", f"<{half} x i64>", words.vector
    chosen = _indices(half, part * half)
    for place, word in zip(("low", "high"), pair, strict=True):
        value = words.of(word, uniform=False)
        piece = f"{name}_{place}"
        words.inside += [
            f"{piece}_half = shufflevector {vector} {value}, {vector} poison, {chosen}",
            f"{piece}_bytes = call {small} @llvm.bswap.v{half}i32({small} {piece}_half)",
            f"{piece} = zext {small} {piece}_bytes to {wide}",
        ]
    words.inside += [
        f"{name}_shifted = shl {wide} {name}_high, splat (i64 32)",
        f"{name} = or {wide} {name}_low, {name}_shifted",
    ]
    return name


def _mask(filters: list[str], lanes: int) -> list[str]:
    """One bit for each lane that passes."""
    half = f"<{lanes // 2} x i1>"
    low, high = filters
    return [
        f"%good = shufflevector {half} {low}, {half} {high}, {_indices(lanes)}",
        f"%bits = bitcast <{lanes} x i1> %good to i{lanes}",
        f"%hits = zext i{lanes} %bits to i32",
    ]


def _first(lanes: int) -> list[str]:
    """The low bytes of the nonces of the first group."""
    vector = f"<{lanes} x i32>"
    return [
        *spread("%lowest", vector, "i32 %low"),
        f"%first = add {vector} %lowest, {_indices(lanes)[len(vector) + 1 :]}",
    ]


def _indices(count: int, start: int = 0) -> str:
    numbers = ", ".join(f"i32 {start + n}" for n in range(count))
    return f"<{count} x i32> <{numbers}>"


def _width(lanes: int) -> str:
    """LLVM prefers narrower vectors on some processors that have these."""
    bits = 32 * lanes
    return f'"prefer-vector-width"="{bits}" "min-legal-vector-width"="{bits}"'


def _declarations(lanes: int) -> list[str]:
    half = lanes // 2
    narrow, wide = f"<{lanes} x i32>", f"<{half} x i64>"
    return [
        f"declare {narrow} @llvm.fshr.v{lanes}i32({narrow}, {narrow}, {narrow})",
        "declare i32 @llvm.fshr.i32(i32, i32, i32)",
        f"declare {wide} @llvm.fshl.v{half}i64({wide}, {wide}, {wide})",
        f"declare <{half} x i32> @llvm.bswap.v{half}i32(<{half} x i32>)",
    ]
