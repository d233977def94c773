"""The same extrinsics on two runtimes, and where they differ.

script.py    what is to be done, from TOML
outcome.py   what a step did on one chain: error, fee, events, storage
compare.py   both side by side
"""

from __future__ import annotations
