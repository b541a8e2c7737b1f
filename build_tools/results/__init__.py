"""What trainings achieved: result records of a province or a country, counted and reported."""
