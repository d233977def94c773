"""The commands, one module each: <group>/<verb>.py. No command imports another."""
