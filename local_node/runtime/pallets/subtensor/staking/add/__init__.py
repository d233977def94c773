"""The calls that buy stake: `add_stake`, with a price limit, and with burning."""
