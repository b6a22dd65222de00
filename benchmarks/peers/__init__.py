"""Peers, each a process: texts as JSON Lines {"id", "text", "lang"} in, {"id", "found": [...]} out in the same order.

found: {"start", "end"} in code points, "type" as the peer calls it, and for amounts "value" (or "low" and "high"), "unit" as
the peer calls it and "code" where it gives ISO 4217. They run in an environment of their own (`make peers`).
"""
