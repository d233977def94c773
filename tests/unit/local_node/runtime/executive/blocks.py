"""What the tests of blocks send."""

from __future__ import annotations

REMARK = ("System", ("remark", {"remark": b"hello"}))
