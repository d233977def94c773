"""The calls that register a hotkey, by burn, by proof of work or on root, and their shared code."""
