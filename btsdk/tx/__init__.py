"""Transactions: an operation is prepared, previewed, signed, submitted and followed here.

Layers, top to bottom:

    follow      submit, watch to inclusion or finality, search after a lost connection
    receipt     the result of an extrinsic: events and fee, or the error
    prepare     the plan: nonce, era, tip, metadata hash, fee and preview
    policy      limits that a client keeps before it signs; spending_log: those of a day
    outgoing    how much a call takes out of the account, and where it goes
    declared    comparison of a known network's calls with this release's declarations
    nested      the calls inside a call
    shielded    the encrypted envelope of MEV protection
    offline     transactions in a file, for a machine without a network
    signed      unsigned payloads, signatures, the signed extrinsic
    hints       the next step for each error
    dispatch    dispatch errors of the chain as typed errors
    outcome     comparison of events with what the preview promised
    operation   the interface of operations and calls
"""
