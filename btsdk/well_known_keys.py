"""Storage keys that every Substrate chain has, under Substrate's own name for them."""

from __future__ import annotations

from typing import Final

CODE: Final = b":code"
HEAP_PAGES: Final = b":heappages"
