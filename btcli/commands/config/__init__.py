"""Settings: the defaults of commands."""
