"""Our own French pipeline: the trained model, and what trained, measures and mends it."""
