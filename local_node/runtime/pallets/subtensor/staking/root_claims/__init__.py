"""Root dividends: the calls that claim them, the amounts owed, and the automatic claims."""
