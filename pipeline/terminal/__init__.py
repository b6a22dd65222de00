"""What people see on a terminal: progress, summaries, tables. Nothing here decides anything."""
