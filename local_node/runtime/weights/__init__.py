"""The weights of calls, extensions and guards, and each call's dispatch class and payer.

weigher       a decoded call to its dispatch info
calls         one table per pallet
extensions    the weight of checking a signed extrinsic
guards        the weight of the checks before a dispatch
reported      the weights that calls report after they ran
cost          the entries of a table
"""
