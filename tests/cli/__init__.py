"""The terminal wallet through its real door: the script, its channels, a terminal."""
