"""The node's page in a real browser: headless Chromium."""
