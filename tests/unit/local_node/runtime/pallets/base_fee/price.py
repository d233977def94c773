"""What the tests of this folder share."""

from __future__ import annotations

PRICE = 20_000_000_000
