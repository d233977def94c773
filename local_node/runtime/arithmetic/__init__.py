"""The number types of the chain's consensus arithmetic, bit for bit.

Layers, top to bottom:

- ``powers``: fractional powers by exact integers or guarded fixed point (the pool's formula);
- ``transcendental``: ``exp``, ``ln``, ``sqrt`` and powers over the fixed-point types;
- ``safe_float``: the decimal float of the share pools;
- ``fixed``: binary fixed-point types (``U64F64``, ``I32F32`` …) over plain integers of raw bits;
- ``perthings``: parts per billion and per quintillion (``Perbill``, ``Perquintill``).

Nothing here reads state or uses floats: the results equal those of the compiled chain.
"""
