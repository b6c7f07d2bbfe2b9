"""Draws the framework figures: `catalog/figures/<id>.yml` to `<id>.zh.svg` and `<id>.en.svg`.

Run `python -m tools.figures` at the root of the repository; `--check` only compares.
"""
