"""Bytes of the source files in, one frozen Curriculum and the findings out."""

from build_tools.load.tree import Loaded as Loaded, load as load
