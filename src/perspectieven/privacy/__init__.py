"""Privacy: what in a text points at a person, and the key of the pseudonyms that stand in its place."""
