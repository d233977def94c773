"""Typed descriptors of a chain, as Python files: written from the chain's metadata.

Layers, top to bottom:

    folder        the files of a package take their place together, or not at all
    package       all files of a package and their text
    render        one module for the items of one kind of a pallet, or for a runtime API
    annotations   the Python types of arguments and of decoded values
    source        metadata in a file: raw, as hex text, or as a JSON-RPC answer
    modules       the frame of a generated module, shared with `chain_spec.codegen`
    layout        statements over several lines, as `ruff format` leaves them
    names         names on the chain as Python names

What is written goes where the descriptors of `btsdk.calls`, `btsdk.storage` … go. The text depends
on the metadata alone.
"""
