"""The style of the quality pages: nothing in, one sheet out; it dresses Great Expectations' markup, which wants Bootstrap."""

from __future__ import annotations

SHEET = """
:root { color-scheme: light dark; --ink: #1c1e21; --paper: #fdfcf9; --line: #d9d5cb; --good: #2e7d4f; --bad: #b3261e; --warn: #9a6700; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e3dc; --paper: #17181a; --line: #3a3b3e; --good: #7bc796; --bad: #ff8a80; --warn: #e3b341; }
}
body { margin: 0 auto; max-width: 75rem; padding: 1.5rem; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, "Hiragino Sans", "Noto Sans CJK JP", sans-serif; }
a { color: inherit; text-underline-offset: .15em; }
h1 { font-size: 1.6rem; } h4 { font-size: 1.2rem; } h5 { font-size: 1.1rem; margin: 1.2rem 0 .3rem; } h6 { margin: .6rem 0 .2rem; }
table { width: 100%; border-collapse: collapse; margin: .5rem 0 1rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
.front td:not(:last-child), .front th { white-space: nowrap; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.small { font-size: .8rem; opacity: .75; font-weight: normal; }
ul { margin: 0; padding: 0; list-style: none; }
.error b, .text-danger { color: var(--bad); } .warning b { color: var(--warn); } .passed, .text-success { color: var(--good); }
code, pre { font: .85rem/1.4 ui-monospace, monospace; overflow-wrap: anywhere; white-space: pre-wrap; }
nav.navbar, nav.navbar ol { display: flex; gap: 1rem; list-style: none; padding: 0; height: auto !important; }
.ge-navigation-sidebar-content { columns: 3; max-height: none !important; } nav .card-body, #navigation { max-height: none !important; display: block; }
.card:has(.btn-group), .btn-group, .modal, #ge-cta-footer, .popover, thead[hidden] { display: none; }
.card { border: 1px solid var(--line); border-radius: .4rem; padding: .6rem; margin: .6rem 0; max-height: none !important; }
.collapse { display: block; font-size: .85rem; } .sticky { position: static; }
.fa-times::before, .fa-times-circle::before { content: "✗"; font-style: normal; }
.fa-check::before, .fa-check-circle::before { content: "✓"; font-style: normal; }
.fa-exclamation-triangle::before { content: "!"; font-style: normal; }
"""
