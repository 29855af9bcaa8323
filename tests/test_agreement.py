import importlib.util
import json

import pandas as pd
import pytest

from perspectieven import code_texts
from perspectieven.agreement import Agreement, measure_agreement
from perspectieven.errors import TableError
from perspectieven.study import Study
from tests.conftest import ROOT

COLUMNS = ["transcript_id", "turn_index", "coder", "codes"]


def human(*rows):
    return pd.DataFrame([("texts", *row) for row in rows], columns=COLUMNS)


def test_firm_defensible_and_stance(lexicon):
    texts = ["Dat hoort erbij.", "Ik maak me geen zorgen.", "Hij is een puber en heeft ADHD."]
    coders = human(
        (0, "a", "ERB-HOORTERBIJ:aff"), (0, "b", "ERB-HOORTERBIJ:neg"),
        (1, "a", "GRE-ZORGEN:aff"), (1, "b", "GRE-ZORGEN:aff"),
        (2, "a", "ERB-FASE:aff?;HGZ-ZELF:aff"), (2, "b", "HGZ-ZELF:aff"),
    )  # fmt: skip
    found = measure_agreement(code_texts(texts, lexicon), coders)
    assert found == Agreement(n_turns=3, n_hits=4, n_right=3, n_firm=3, n_found=2, n_stance_right=1)
    assert (found.precision, found.recall, found.stance) == (0.75, 2 / 3, 0.5)


def test_only_turns_that_every_coder_coded_count(lexicon):
    coders = human((0, "a", "ERB-HOORTERBIJ:aff"), (0, "b", "GEEN"), (1, "a", "GRE-ZORGEN:neg"))
    found = measure_agreement(code_texts(["Dat hoort erbij.", "Ik maak me geen zorgen."], lexicon), coders)
    assert found == Agreement(n_turns=1, n_hits=1, n_right=1, n_firm=0, n_found=0, n_stance_right=0)
    assert pd.isna(found.recall)


def test_nothing_to_compare(lexicon):
    assert measure_agreement(code_texts([], lexicon), human()) == Agreement(0, 0, 0, 0, 0, 0)


def test_every_row_that_is_written_wrong_is_told(lexicon):
    with pytest.raises(TableError) as caught:
        measure_agreement(code_texts([], lexicon), human((0, "a", "ERB-FASE"), (1, "a", "ERB-FASE:maybe")))
    assert [(fault.place, fault.what.split(";")[0]) for fault in caught.value.faults] == [
        ("row 1", '"ERB-FASE" is no CODE:pol'),
        ("row 2", '"ERB-FASE:maybe" is no CODE:pol'),
    ]
    with pytest.raises(TableError, match="has no column codes"):
        measure_agreement(code_texts([], lexicon), human().drop(columns="codes"))


def test_what_is_recorded_and_told_is_what_is_measured():
    spec = importlib.util.spec_from_file_location("measure", ROOT / "benchmarks" / "coding" / "measure.py")
    measure = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(measure)
    measured = {part: measure.measure(part) for part in measure.PARTS}
    record = measure.as_record(measured)
    assert record == json.loads(measure.RECORD.read_text(encoding="utf-8"))
    unread = measure.add_up(measured)
    readme = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    for told in (
        f"({unread.n_turns} turns;",
        f"**{unread.precision:.0%}** of {unread.n_hits} hits",
        f"of {unread.n_firm} codes that both were sure of, the lexicon finds **{unread.recall:.0%}**",
        f"right in {unread.stance:.0%} of those",
    ):
        assert told in readme
    method = (ROOT / "docs" / "methode.md").read_text(encoding="utf-8")
    for found in (*measured.values(), measure.add_up(measured)):
        precision, recall, stance = (
            f"{part:.2f}".lstrip("0") for part in (found.precision, found.recall, found.stance)
        )
        row = f"| {found.n_turns} | {precision} ({found.n_hits}) | {recall} ({found.n_firm}) | {stance} |"
        assert row in method


def test_the_example_study_carries_its_human_codings():
    study = Study.open(ROOT)
    coders = pd.read_csv(ROOT / "data" / "raw" / "coderingen_mensen.csv")
    assert len(coders) == 308
    places = set(zip(coders["transcript_id"], coders["turn_index"], strict=True))
    turns = study.turns()
    spoken = turns[turns["role"] == "participant"]
    assert places <= set(zip(spoken["transcript_id"], spoken["turn_index"], strict=True))
    found = measure_agreement(study.codings(), coders)
    assert found.n_turns == 154
    assert found.n_hits > 150
