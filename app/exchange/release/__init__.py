"""What stands in a release beside its data: card, Croissant metadata, guidelines, what changed, and checksums."""
