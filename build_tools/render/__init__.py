"""Renderers: values in, `{path: bytes}` out; none of them opens a file."""
