"""Locks on stake: the calls, the locks in storage, their conviction, and the subnet's king."""
