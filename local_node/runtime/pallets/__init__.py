"""The pallets of the bundled runtime, one package each, with one module per dispatchable.

A package's `__init__` defines `PALLET = RuntimePallet(declaration, calls=…, hooks=…, genesis=…,
apis=…)`. The dispatchables are `calls.CALLS`, the hooks of each block `hooks.HOOKS`, the functions
of runtime APIs `apis.APIS`; each module is loaded when it is first needed.
"""
