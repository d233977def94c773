"""The bundled runtime: the chain's rules, reached only through named entry points.

Layers, top to bottom:

    executive       the entry points: SCALE bytes in, SCALE bytes out
    extensions      the transaction extensions: validity, nonce, weight and fee of an extrinsic
    pallets         one package a pallet, one module a dispatchable
    fees, weights   the fee and the weight of a call
    frame           typed storage, events, origins, errors, dispatch
    arithmetic      the chain's fixed-point types
    boundary        the protocols between host and runtime
    version         the runtime's version and its declared APIs
"""
