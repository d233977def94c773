"""The coinbase: TAO and alpha issued block by block, and the epochs that pay them out.

Layers, top to bottom:

- ``block_step``: the hook, in the chain's order;
- ``run_coinbase``, ``injection``, ``distribution``, ``child_dividends``, ``lease_dividends``;
- ``subnet_emissions``, ``block_emission``, ``epoch_schedule``, ``reveal_commits``;
- ``tao``, ``alpha``, ``flows``: the accounting, also below staking.
"""
