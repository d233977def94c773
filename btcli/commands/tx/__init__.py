"""`btcli tx`: transactions that are built, signed and submitted on different machines."""
