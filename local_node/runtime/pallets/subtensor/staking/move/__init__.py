"""The calls that move stake between hotkeys, coldkeys and subnets, and their shared code."""
