import pytest

from perspectieven.study import work


@pytest.fixture
def coded_now(monkeypatch):
    """The ids of the transcripts that are coded, in their order."""
    seen = []
    original = work.code_turns

    def watched(turns, lexicon):
        seen.append(turns[0].transcript_id)
        return original(turns, lexicon)

    monkeypatch.setattr(work, "code_turns", watched)
    return seen
