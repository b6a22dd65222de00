"""The doctor: an installation in, what it has and what it lacks out."""
