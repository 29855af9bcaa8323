"""Coding: transcripts and a lexicon to the codings and turns tables."""

from perspectieven.coding.recode import recode
from perspectieven.coding.tables import coding_id
from perspectieven.coding.texts import code_texts
from perspectieven.coding.transcripts import code_transcripts

__all__ = ["code_texts", "code_transcripts", "coding_id", "recode"]
