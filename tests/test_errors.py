from perspectieven.errors import Fault, StudyError, describe_faults


def test_faults_are_grouped_by_where_they_are_in_the_order_given():
    faults = [Fault("b.txt", "line 2", "two"), Fault("a.txt", "", "whole"), Fault("b.txt", "line 1", "one")]
    assert describe_faults(faults) == "b.txt: 2 faults\n  line 2: two\n  line 1: one\na.txt: 1 fault\n  whole"


def test_an_error_carries_its_faults_as_values():
    error = StudyError(Fault("study.toml", "title", "is missing"))
    assert error.faults == (Fault("study.toml", "title", "is missing"),)
    assert str(error) == "study.toml: 1 fault\n  title: is missing"
