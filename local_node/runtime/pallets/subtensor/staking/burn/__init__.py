"""The calls that destroy stake: burned, or recycled so that its alpha can be emitted again."""
