"""The runtime APIs: subnets, neurons and stakes, each in one call.

Layers, top to bottom:

  apis                               the functions of each API
  selective_metagraph, metagraph     everything about a subnet and its neurons, by field or whole
  dynamic_info, subnet_info, hyperparameters, subnet_state
  neuron_info, stake_info, lock_info, delegate_info, registration_cost
  subnet_fields                      single figures shared by several APIs

None of them writes.
"""
