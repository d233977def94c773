"""The `axon` commands: the endpoint that a neuron publishes."""
