"""Subnets and their neurons: how they come, what they say of themselves, how they go.

Layers, top to bottom:

    calls           all of them; one module a call (or a family of calls that share one body):
                    `burned_register`, `register`, `register_limit`, `pow_register`,
                    `root_register`, `faucet`, `register_network`, `start_call`,
                    `dissolve_network`, `leasing`, `set_weights`, `commit_weights`,
                    `reveal_weights`, `commit_timelocked_weights`, `serve_axon`,
                    `serve_prometheus`, `set_identity`, `update_symbol`, `tempo_control`, …
    creation, end   `network_creation`, `dissolution`
    registration    `registration`, `pruning`, `burn_price`, `lock_cost`, `proof_of_work`,
                    `trimming`
    weights         `weights`, `weight_commits`, `weight_batch`
    neurons         `uids`, `serving`, `identity`, `symbols`, `symbol_table`, `mechanism`
    subnets         `subnet`
"""
