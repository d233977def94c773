"""Messages that nobody can read yet: what a client seals, in the formats of the chain's crates.

timelock   to a round of the drand beacon, whose signature opens them (weights, commitments)
shield     to the author of a block to come, who opens them there (extrinsics)
bls        the curve that beacon and timelock stand on
"""
