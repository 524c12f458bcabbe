"""Proposals: what the program takes for a name before the analyst has said so. Knows nothing of files and windows."""
