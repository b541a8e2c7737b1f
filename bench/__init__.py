"""Measurements, printed as ratios beside what a user would pick instead."""
