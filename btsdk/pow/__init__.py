"""Proof of work: seals and the search for them, without a network.

From top to bottom:

    solver       a search on all cores that follows new blocks
    workers      processes and threads that search; worker is the program of such a process
    jobs         messages between solver and workers
    benchmark    rates of the searches on this machine
    native/      the compiled search: vector instructions through LLVM (extra `pow`)
    batch        the quick search, on keccak: many hashes at once
    reference    the plain search, which the quick one is tested against
    keccak       Keccak-256 of many messages, on arrays
    seal         the two forms of the seal, and the difficulty check
"""

from __future__ import annotations

from btsdk.pow.seal import ClassicForm, DomainSeparatedForm, Form, Puzzle, meets
from btsdk.pow.solver import SearchProgress, Solution, Solver

__all__ = [
    "ClassicForm",
    "DomainSeparatedForm",
    "Form",
    "Puzzle",
    "SearchProgress",
    "Solution",
    "Solver",
    "meets",
]
