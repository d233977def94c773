"""The declared interface of the chain: what it offers, in plain typed Python; no behaviour.

Layers, top to bottom:

- `codegen`: writes the SDK's typed descriptors (`btsdk.calls`, `btsdk.storage` …)
- `chains`: the specs of `dev`, `fast` and `local`, and of a spec file
- `metadata`: the SCALE metadata that a node serves
- `runtime`: which pallets, APIs and extensions make a chain, by build profile and features
- `pallets`, `apis`: the declarations, one module (or package) for each
- `declare`: what declarations are made of: pallets and their items, APIs and their methods
- `types`: typed type expressions
- `profile`: the two builds of Subtensor, and values that differ between them

The base equals Subtensor at `spec_version` 425, item by item; what a chain adds to it is a named
feature.
"""
