"""Child hotkeys: the calls that name them and set their takes, and the relations in storage."""
