"""The calls that change a delegate's take."""
