"""The `config` commands: defaults of commands."""
