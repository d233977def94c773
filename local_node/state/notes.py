"""The names of notes in a chain file that several rooms read."""

from __future__ import annotations

from typing import Final

SPEC: Final = "chain_spec"
"""The text of the chain's spec."""

FORK: Final = "fork"
"""The `Origin` of a fork, written when the fork is complete."""
