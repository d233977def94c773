"""What the metadata of each chain of ours hashes to, by profile and spec version.

Known beforehand, because making the metadata takes longer than opening a chain.
Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

BY_VERSION: dict[tuple[str, int], str] = {
    ("fast", 70425): "5fc57941bfe716cb7b1fe03c97dde0ee093d5d2719859542c17585d1ff0b4933",
    ("fast", 10425): "48d1d1cd98f2433733c1dddb985d7618b2788d41c7ea968e945669ee9208a944",
    ("slow", 10425): "e6ff3eda09bff7878ff45dbf52bd7411f4759837f6e93f9b0c7a8d09bed69c35",
}
