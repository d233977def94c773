"""The owners of hotkeys, and the hotkey that a coldkey's mining incentive is staked on."""
