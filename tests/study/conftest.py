import pytest

from perspectieven.study import work


@pytest.fixture
def coded_now(monkeypatch):
    """The ids of the transcripts that are coded, in their order."""
    seen = []
    original = work.code_transcripts

    def watched(transcripts, lexicon):
        seen.extend(transcript.id for transcript in transcripts)
        return original(transcripts, lexicon)

    monkeypatch.setattr(work, "code_transcripts", watched)
    return seen
