"""A delegate's take, and the calls that change it."""
