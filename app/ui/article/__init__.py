"""The article view: text laid out by Qt, marks painted around it."""
