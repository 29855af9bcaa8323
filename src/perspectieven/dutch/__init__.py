"""Dutch as it is spoken: words, inflection, separable verbs, compounds, clauses and cue words."""
