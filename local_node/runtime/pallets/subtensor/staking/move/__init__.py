"""The calls that move stake between hotkeys, coldkeys and subnets, and what they share."""
