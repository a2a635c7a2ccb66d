"""Benchmarks: what the issues give a number for, each as a ratio in one run."""
