"""The `node` commands: the only modules of btcli that import `local_node`."""
