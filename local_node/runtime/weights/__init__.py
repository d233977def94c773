"""What calls, extensions and guards weigh, and the dispatch class and payer of each call.

weigher       from a decoded call to its dispatch info
calls         a table for each pallet
extensions    what checking a signed extrinsic weighs
guards        what the checks before a dispatch weigh
reported      weights that calls report after they ran
cost          how a table's entry is written, and what it comes to
"""
