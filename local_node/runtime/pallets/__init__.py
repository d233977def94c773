"""The pallets of the bundled runtime, one package each, one module a dispatchable.

A package's `__init__` says `PALLET = RuntimePallet(declaration, calls=…, hooks=…, genesis=…,
apis=…)`; `registered` below collects them in the order of their indices, which is the order in
which hooks run.
"""
