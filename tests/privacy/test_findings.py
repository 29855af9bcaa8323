import pytest
from hypothesis import given
from hypothesis import strategies as st

from perspectieven.privacy.findings import Finding, Kind, resolve

findings = st.builds(
    lambda start, length, kind: Finding(start, start + length, kind, "rule"),
    st.integers(0, 30),
    st.integers(1, 8),
    st.sampled_from(Kind),
)


def overlap(one: Finding, other: Finding) -> bool:
    return one.start < other.end and other.start < one.end


def places_of(found) -> set[int]:
    return {place for finding in found for place in range(finding.start, finding.end)}


def test_none():
    assert resolve([]) == ()


def test_sorted_by_place_and_each_once():
    late, early = Finding(9, 12, Kind.AGE, "b"), Finding(0, 4, Kind.DATE, "a")
    assert resolve([late, early, late]) == (early, late)


def test_the_longer_gives_its_kind_and_both_are_covered():
    short, long = Finding(0, 5, Kind.PERSON, "a"), Finding(4, 12, Kind.DATE, "b")
    assert resolve([short, long]) == (Finding(0, 12, Kind.DATE, "b"),)


def test_of_equally_long_the_kind_listed_first_remains():
    bsn, phone = Finding(0, 9, Kind.BSN, "a"), Finding(0, 9, Kind.PHONE, "b")
    assert resolve([bsn, phone]) == (phone,)


def test_of_one_kind_and_length_the_first_gives_its_reason():
    second, first = Finding(2, 6, Kind.PHONE, "a"), Finding(0, 4, Kind.PHONE, "b")
    assert resolve([second, first]) == (Finding(0, 6, Kind.PHONE, "b"),)


def test_what_touches_does_not_overlap():
    pair = (Finding(0, 4, Kind.PERSON, "a"), Finding(4, 8, Kind.PLACE, "b"))
    assert resolve(pair) == pair


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 3)])
def test_a_finding_has_words(start, end):
    with pytest.raises(ValueError, match="ends after its start"):
        Finding(start, end, Kind.PERSON, "a")


@given(st.lists(findings))
def test_what_was_found_is_covered_and_nothing_else(given_findings):
    kept = resolve(given_findings)
    assert kept == tuple(sorted(kept, key=lambda finding: finding.start))
    assert not any(overlap(one, other) for one in kept for other in kept if one is not other)
    assert places_of(kept) == places_of(given_findings)
    for finding in kept:
        within = [other for other in given_findings if overlap(finding, other)]
        longest = max(other.end - other.start for other in within)
        assert finding.kind in {other.kind for other in within if other.end - other.start == longest}


@given(st.lists(findings))
def test_order_changes_nothing(given_findings):
    assert resolve(given_findings) == resolve(reversed(given_findings))
