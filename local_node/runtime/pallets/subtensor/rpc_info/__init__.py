"""The runtime APIs: what clients ask of subnets, neurons and stakes in one call.

Layers, top to bottom:

    apis                               which function answers which method
    selective_metagraph, metagraph     everything about a subnet and its neurons, by field or whole
    dynamic_info, subnet_info, hyperparameters, subnet_state
    neuron_info, stake_info, lock_info, delegate_info, registration_cost
    subnet_fields                      single figures that several answers share

None of them writes.
"""
