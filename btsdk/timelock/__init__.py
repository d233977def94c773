"""Timelock encryption: data is encrypted to a drand round, whose signature decrypts it.

encryption   the format of the `tle` crate: weights and commitments
bls          the curve that beacon and encryption use
"""
