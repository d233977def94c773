"""Host functions: what a compiled runtime may ask of its host, one module for each family.

    function.py        how a host function is declared, and what crosses on the way to it
    storage.py         the state, and nested transactions over it
    child_storage.py   default child tries
    trie.py            roots of tries, and proofs
    hashing.py         twox, blake2, keccak, sha2
    crypto.py          signatures and keys, with keystore.py
    bls12_381.py       arithmetic on that curve, with target_field.py
    logs.py            the node's log, the runtime's panic
    other.py           versions of code, printing, tracing, the size of proofs
    offchain.py        the index and storage that no block depends on
    table.py           all of them by the name of their import

A family declares its functions with names, versions and signatures as Substrate's `sp-io` has them;
an import is called `ext_<family>_<function>_version_<n>`.
"""
