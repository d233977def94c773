"""Stake on hotkeys of subnets."""
