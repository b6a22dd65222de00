"""`make up`: settings in, the whole stack in one terminal out, until Ctrl-C: the processes of the Procfile, supervised.

All of it writes below KIKIMIMI_DATA, listens on this machine only, and ends when one of its processes does.
"""
