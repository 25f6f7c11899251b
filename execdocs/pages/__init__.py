"""Markdown in: what stands where on a page."""
