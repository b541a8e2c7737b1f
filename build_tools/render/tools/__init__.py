"""The tools as every output needs them: names, values, steps worked out in view, charts."""
