"""Runtime diff: the same extrinsics on two runtimes, and the differences.

script.py    the steps, from TOML
outcome.py   the outcome of a step on one chain: error, fee, events, storage
compare.py   both sides compared
"""

from __future__ import annotations
