import pandas as pd
import pytest

from perspectieven.errors import TableError
from perspectieven.tables import CODINGS, DIFFERENCES, THEME_COUNTS, TURNS, check_table, make_table


@pytest.mark.parametrize("schema", [TURNS, CODINGS, THEME_COUNTS, DIFFERENCES])
def test_an_empty_table_has_its_columns_and_types(schema):
    table = make_table([], schema)
    assert {name: str(dtype) for name, dtype in table.dtypes.items()} == schema.columns
    assert check_table(table, schema) is table


def test_what_a_row_leaves_out_is_empty_zero_or_missing():
    [row] = make_table([{"transcript_id": "a", "turn_index": 3}], TURNS).to_dict("records")
    assert (row["transcript_id"], row["turn_index"], row["text"], row["n_words"]) == ("a", 3, "", 0)
    assert pd.isna(row["start_s"])


def test_missing_columns_and_doubled_keys_are_told():
    with pytest.raises(TableError, match="has no column text; one row is one speaker turn"):
        check_table(make_table([], TURNS).drop(columns="text"), TURNS)
    twice = make_table([{"transcript_id": "a", "turn_index": 1}] * 2, TURNS)
    with pytest.raises(TableError, match="row 1: 1 rows share their transcript_id, turn_index"):
        check_table(twice, TURNS)
