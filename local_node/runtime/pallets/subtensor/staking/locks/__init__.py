"""Locks on stake: the calls, the stored locks, their conviction, and the subnet's king."""
