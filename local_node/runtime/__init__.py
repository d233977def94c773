"""The bundled runtime: the chain's rules, reached only through named entry points.

Layers, top to bottom:

    executive       the entry points: SCALE bytes in, SCALE bytes out
    extensions      the transaction extensions: who may send what, and who pays
    pallets         one package a pallet, one module a dispatchable
    fees, weights   what a call costs
    frame           typed storage, events, origins, errors, dispatch
    arithmetic      the chain's fixed-point types
    boundary        the protocols on both sides of the door
    version         the runtime's version, and the APIs that it declares
"""
