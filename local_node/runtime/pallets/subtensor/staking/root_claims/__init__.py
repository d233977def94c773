"""Root dividends: the calls that claim them, what each hotkey owes, and the automatic claims."""
