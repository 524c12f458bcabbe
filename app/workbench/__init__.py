"""The open project: current article, marks, places, edits, actions, keys and jobs. No window and no Qt."""
