"""The calls that publish a neuron's endpoints, and the checks of addresses."""
