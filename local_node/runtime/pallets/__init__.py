"""The pallets of the bundled runtime, one package each, one module a dispatchable.

A package's `__init__` says `PALLET = RuntimePallet(declaration, calls=…, hooks=…, genesis=…,
apis=…)` and loads none of them: `calls` has all dispatchables in `CALLS`, `hooks` what runs in each
block in `HOOKS`, `apis` what answers runtime APIs in `APIS`, and each is loaded when it is needed.
"""
