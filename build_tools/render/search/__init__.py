"""The search of the site: the data that a browser loads when somebody opens it."""

from build_tools.render.search.data import search_files as search_files
