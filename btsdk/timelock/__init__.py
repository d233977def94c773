"""Data that is encrypted to a round of drand, whose signature opens it.

encryption   the format of the `tle` crate: weights and commitments
bls          the curve that beacon and encryption use
"""
