"""The bundled runtime against Subtensor's own, compiled: random calls of the pallets both have.

    BTSDK_RAW_SPEC=raonet.json python -m tests.differential --sequences 2000

calls.py    random sequences, from seeds; what differs by chain is named and looked up later
side.py     one of the two chains: carries out a step, says what happened in words of both
judge.py    whether two sides did the same, net of fees; and differences that are the releases' own

`BTSDK_RAW_SPEC` names the raw spec with the compiled runtime (spec version 218), which is no part
of this project. The test itself puts a few sequences to both.
"""

from __future__ import annotations
