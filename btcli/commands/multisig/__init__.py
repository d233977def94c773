"""The `multisig` commands."""
