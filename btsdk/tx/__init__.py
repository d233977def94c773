"""The one door: everything that changes a chain is prepared, shown, signed, sent and followed here.

Layers, top to bottom:

    follow      submit, watch to inclusion or finality, look for what a lost connection hid
    receipt     what an extrinsic did: its events and fee, or the error it failed with
    prepare     nonce, era, tip, metadata hash, fee and preview: a plan
    declared    whether a known network's calls are where this release declares them
    shielded    the envelope of what is sent sealed, so that nobody sees it first
    signed      what is signed (here or elsewhere), and the signed extrinsic
    hints       what to do next, by error
    dispatch    dispatch errors of the chain as typed errors
    outcome     whether the events are those of what was shown
    operation   what an operation must offer to pass through
"""
