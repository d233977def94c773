"""The names of the notes in a chain file that more than one room reads."""

from __future__ import annotations

from typing import Final

SPEC: Final = "chain_spec"
"""The text of the chain's spec."""

FORK: Final = "fork"
"""The `Origin` of a fork, written once the fork is complete."""
