"""`btcli utils`: conversions and measurements."""
