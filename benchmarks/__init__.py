"""What is timed, and the peers it is timed beside (`make bench`)."""
