"""One small file per rule of the parser."""
