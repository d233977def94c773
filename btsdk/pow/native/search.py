"""The search with compiled kernels. It agrees with `reference.search`, nonce for nonce.

A kernel compares only the most significant 64 bits of a seal; each hit is checked in full.
"""

from __future__ import annotations

import ctypes
import struct
from pathlib import Path

from btsdk import forks
from btsdk.pow.native.compiler import LoadedKernel, available
from btsdk.pow.native.kernel import MessageLayout
from btsdk.pow.native.paths import CodePath
from btsdk.pow.seal import NONCES, Puzzle, highest_seal, meets
from btsdk.private_cache import PrivateCache

_LOWS = 1 << 32
"""A kernel counts through the low four bytes of a nonce."""

_LOW_BITS = 192
_SUFFIX = ".kernel"
_kernels: dict[tuple[MessageLayout, CodePath], LoadedKernel] = {}
_lock = forks.lock()


def default_folder() -> Path:
    """The user's own folder of compiled kernels."""
    from platformdirs import user_cache_path  # noqa: PLC0415  # start-up: only where it is used

    return user_cache_path("btsdk") / "pow"


class NativeSearch:
    """A search on one code path, by default the best of this machine. Any thread may use it."""

    def __init__(self, path: CodePath | None = None, folder: Path | None = None) -> None:
        self.path = path or available()[0]
        self._cache = PrivateCache(folder or default_folder(), _SUFFIX)

    def search(self, puzzle: Puzzle, difficulty: int, start: int, count: int) -> int | None:
        """As `reference.search`; the interpreter's lock is released meanwhile."""
        offset = 0
        while offset < count:
            nonce = (start + offset) % NONCES
            wanted = min(count - offset, _LOWS - nonce % _LOWS)
            found = self._search_lows(puzzle, difficulty, nonce, wanted)
            if found is not None:
                return found
            offset += wanted
        return None

    def _search_lows(self, puzzle: Puzzle, difficulty: int, start: int, count: int) -> int | None:
        """Search nonces that differ in their low four bytes only."""
        kernel = self._kernel(puzzle)
        low = start % _LOWS
        words = _padded(puzzle.message(start - low))
        limit = highest_seal(difficulty) >> _LOW_BITS
        mask = ctypes.c_uint32()
        lanes = self.path.lanes
        done = 0
        while done < count:
            groups = -(-(count - done) // lanes)
            done += lanes * kernel.search(words, low + done, groups, limit, ctypes.byref(mask))
            for lane in range(lanes) if done < count else ():
                nonce = start + done + lane
                hit = mask.value >> lane & 1 and done + lane < count
                if hit and meets(puzzle.seal(nonce), difficulty):
                    return nonce
            done += lanes
        return None

    def _kernel(self, puzzle: Puzzle) -> LoadedKernel:
        layout = MessageLayout(len(puzzle.before), len(puzzle.message(0)))
        with _lock:
            key = (layout, self.path)
            if key not in _kernels:
                _kernels[key] = LoadedKernel(layout, self.path, self._cache)
            return _kernels[key]


def _padded(message: bytes) -> ctypes.Array[ctypes.c_uint32]:
    """The message with the padding of SHA-256, in big-endian words."""
    room = -(len(message) + 9) % 64
    padded = message + b"\x80" + bytes(room) + (8 * len(message)).to_bytes(8, "big")
    count = len(padded) // 4
    return (ctypes.c_uint32 * count)(*struct.unpack(f">{count}I", padded))
