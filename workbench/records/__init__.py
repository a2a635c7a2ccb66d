"""The competency record: what a provider issues and an outsider can check."""
