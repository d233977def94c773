"""Keys, balances, transfers."""
