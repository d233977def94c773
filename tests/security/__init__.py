"""Attacks: what an adversary tries, and must not get."""
