"""Metadata hashes of the project's own chains, by profile and spec version.

Precomputed, because making the metadata takes longer than opening a chain. `BY_VERSION` is
blake2-256 of version 15, `SIGNED` what signatures commit to (RFC-0078).
Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

BY_VERSION: dict[tuple[str, int], str] = {
    ("fast", 70425): "69f5c74ae57f690069ea3fcf6da17cdd7dd2ddbffe2623e768de1c8ef3ce0ff0",
    ("fast", 10425): "4ca68a27f6706a1b95e8e53317b6ef83975e58a52c9798653509b1a506df3a0a",
    ("slow", 10425): "2240d810effd7e03107ab66391b3b648f6164fef3c466b07d1e4d969dbf9e336",
}

SIGNED: dict[tuple[str, int], str] = {
    ("fast", 70425): "e69dae923a6f4995428be88d2c3fe2a359940126e65593daf918439318bf55fa",
    ("fast", 10425): "5d8a5f5761b8cd162080f3fbe70580849d3ec3522233f98d1de64123cab6c177",
    ("slow", 10425): "5d8a5f5761b8cd162080f3fbe70580849d3ec3522233f98d1de64123cab6c177",
}
