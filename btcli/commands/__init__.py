"""The commands, one module each: <group>/<verb>.py. None knows another."""
