"""A subnet's pool: reserves, prices, price limits, and the shares in a hotkey's alpha."""
