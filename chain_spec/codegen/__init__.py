"""Writes the SDK's typed descriptors from the declared interface: `python -m chain_spec.codegen`.

Layers, top to bottom:

- `__main__`: writes the files, or with `--check` names the stale ones
- `files`: all files and their text
- `operations`: the package of operations, from the modules that declare them
- `render`: one module for the calls, storage items, events or constants of a pallet, or for an API
- `annotations`: the Python types of arguments and of decoded values

Names and the frame of a module are in `btsdk.codegen`, which writes descriptors from metadata.

What is written of the interface is the union of the base and all features. The texts go through
`ruff format`.
"""
