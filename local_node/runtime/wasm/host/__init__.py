"""The host functions of compiled runtimes, one module per family.

  function.py        declaration of host functions, and their argument types
  storage.py         the state, and nested transactions over it
  child_storage.py   default child tries
  trie.py            roots of tries, and proofs
  hashing.py         twox, blake2, keccak, sha2
  crypto.py          signatures and keys, with keystore.py
  bls12_381.py       arithmetic on that curve, with target_field.py
  logs.py            the node's log, the runtime's panic
  other.py           versions of code, printing, tracing, the size of proofs
  offchain.py        offchain index and storage, on which no block depends
  table.py           all functions by the name of their import

A family declares its functions with the names, versions and signatures of Substrate's `sp-io`. The
name of an import is `ext_<family>_<function>_version_<n>`.
"""
