"""What training bodies ask for, read from one TOML file for each published version."""
