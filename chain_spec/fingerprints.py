"""Metadata hashes of the chains of ours, by profile and spec version.

Known beforehand, because making the metadata takes longer than opening a chain. `BY_VERSION` is
blake2-256 of version 15, `SIGNED` what signatures commit to (RFC-0078).
Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

BY_VERSION: dict[tuple[str, int], str] = {
    ("fast", 70425): "6d0ef964e3a83e43a5dc3e4b86e976a5d8dee0ade2000cccae02633754622a12",
    ("fast", 10425): "dbc182a821ba86508fba751fbf04e8ab6ece23b177262d8535de396aa10c9dfa",
    ("slow", 10425): "4d5c182d4a1105a491b42896d9bd23e02a719845bf3ba3c32844e976f25f0721",
}

SIGNED: dict[tuple[str, int], str] = {
    ("fast", 70425): "e69dae923a6f4995428be88d2c3fe2a359940126e65593daf918439318bf55fa",
    ("fast", 10425): "5d8a5f5761b8cd162080f3fbe70580849d3ec3522233f98d1de64123cab6c177",
    ("slow", 10425): "5d8a5f5761b8cd162080f3fbe70580849d3ec3522233f98d1de64123cab6c177",
}
