"""The explorer: blocks, accounts and subnets, decoded here so that no page needs a codec.

Top to bottom:

    explorer     one chain with everything below
    search       what a text may name
    accounts     balances, stakes, keys, and the extrinsics that name an account
    subnets      subnets, metagraphs, weights: the SDK's own reads
    epochs       when epochs run, and the commitments to weights that wait for one
    blocks       summaries, and blocks with decoded extrinsics and their events
    to_json      results of reads as JSON
    rendering    decoded SCALE values as typed JSON
    reader       runs the SDK's reads on a chain of this process

Everything is read only. Amounts are rao as digits in a string, since JavaScript's numbers end at
nine million TAO; accounts are ss58 addresses.
"""
