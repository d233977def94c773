"""The declared interface of the chain in plain typed Python, without behaviour.

Layers, top to bottom:

- `codegen`: writes the SDK's typed descriptors (`btsdk.calls`, `btsdk.storage` …)
- `chains`: the specs of `dev`, `fast` and `local`, and of a spec file
- `metadata`: the SCALE metadata that a node serves
- `runtime`: the pallets, APIs and extensions of a chain, by build profile and features
- `pallets`, `apis`: the declarations, one module (or package) for each
- `declare`: the building blocks of declarations: pallets and their items, APIs and their methods
- `types`: typed type expressions
- `profile`: the two builds of Subtensor, and values that differ between them

The base equals Subtensor at `spec_version` 425, item by item; additions to it are named features.
"""
