"""The calls that buy stake: `add_stake`, its price limit, and buying to burn."""
