"""The owners of hotkeys, and the hotkey on which a coldkey's mining incentive is staked."""
