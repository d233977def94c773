"""The `sudo` commands: what owners of subnets, delegates and councillors change."""
