"""The whole chain at random: what must hold in every block, whatever is asked of it.

Layers, top to bottom:

    test_simulation, test_fuzz_calls, test_sealed, test_bad_bytes, test_fees    what is proven
    actions, invariants, fees_by_hand      what is done, what must hold, what a call must cost
    finished         what must hold of a block's end alone
    episode          random calls, extrinsic by extrinsic, on a state that is then thrown away
    random_values    random encodings of the declared types
    world            a chain in this process whose runtime is watched; its genesis with subnets
    signing, envelopes    extrinsics, and extrinsics sealed to the authors' keys

Everything random comes from a seed that the test names, so that a failure comes again.
"""
