"""Supposition: conditions, wishes and questions, in which nothing is affirmed or denied."""

from perspectieven.dutch.cues import (
    ASKING,
    COMPARED,
    HABITUAL,
    IRREALIS,
    QUALIFIERS,
    QUESTION_OPENERS,
    ROLES,
    SUPPOSERS,
    TAGS,
    WISHES,
)
from perspectieven.dutch.inflection import is_verb_form
from perspectieven.matching.mention import Cue, Mention


def find_supposition(mention: Mention, *, asked: bool) -> Cue | None:
    """Return what makes a mention hypothetical, if anything does; a question affirms a code that is about asking."""
    return (
        _condition(mention)
        or _supposer(mention)
        or (None if asked else _question(mention) or _indirect_question(mention))
    )


def _condition(mention: Mention) -> Cue | None:
    for opening in mention.openings():
        if _is_conditional(mention, opening):
            return _condition_cue(mention, opening)
        if mention.forms[opening] == "dan" or _follows_condition(mention, opening):
            earlier = [i for i in range(mention.begin, opening) if _is_conditional(mention, i)]
            if earlier:
                return _condition_cue(mention, earlier[-1])
    return None


def _condition_cue(mention: Mention, at: int) -> Cue | None:
    """*Als ik stress heb, ga ik naar buiten* tells a habit; *als het uit de hand zou lopen* supposes."""
    first, last = mention.clauses.bounds(at)
    inside = mention.forms[first:last]
    if mention.forms[at] == "als" and not IRREALIS & set(inside):
        sentence = set(mention.forms[mention.begin : mention.end])
        if HABITUAL & sentence or (len(inside) > 1 and inside[1] in {"ik", "we", "wij"}):
            return None
    return Cue(f'condition "{mention.clauses.said(at, at + 1)}"')


def _is_conditional(mention: Mention, at: int) -> bool:
    form = mention.forms[at]
    if form in {"indien", "mits", "tenzij"} or (form == "mocht" and _opens_clause(mention, at)):
        return True
    if form == "stel" and at + 1 < mention.end and mention.forms[at + 1] in {"dat", "je"}:
        return not _is_fuss(mention, at)
    if form != "als" or at + 1 >= mention.end:
        return False
    before = mention.forms[max(mention.begin, at - 3) : at]
    first, last = mention.clauses.bounds(at)
    bare_role = mention.forms[at + 1] not in QUALIFIERS and not is_verb_form(mention.forms[last - 1])
    return not (
        set(before[-2:]) & COMPARED or mention.forms[at + 1] in ROLES or bare_role or last - first < 3 or "zo" in before
    )


def _is_fuss(mention: Mention, at: int) -> bool:
    """Say whether *stel* is part of *stel je niet aan*, which supposes nothing."""
    _, end = mention.clauses.bounds(at)
    return mention.forms[at] == "stel" and "aan" in mention.forms[at:end]


def _opens_clause(mention: Mention, at: int) -> bool:
    return at == mention.begin or mention.clauses.numbers[at] != mention.clauses.numbers[at - 1]


def _follows_condition(mention: Mention, opening: int) -> bool:
    return opening > mention.begin and _is_conditional(mention, mention.clauses.bounds(opening - 1)[0])


def _supposer(mention: Mention) -> Cue | None:
    for at in range(mention.begin, mention.end):
        if at in mention.parts or mention.clauses.numbers[at] not in mention.own_clauses:
            continue
        if (mention.forms[at] in SUPPOSERS and not _is_fuss(mention, at)) or (
            mention.forms[at] in WISHES and at < mention.parts[-1]
        ):
            return Cue(f'supposition "{mention.clauses.said(at, at + 1)}"')
        if mention.forms[at] == "had" and "maar" in mention.forms[at : at + 4] and at < mention.parts[0]:
            return Cue(f'unreal wish "{mention.clauses.said(at, at + 1)} ... maar"')
    for opening in mention.openings():
        if opening > mention.begin and mention.forms[opening] == "dat":
            first, last = mention.clauses.bounds(opening - 1)
            inside = mention.forms[first:last]
            if SUPPOSERS & set(inside) or ({"kan", "kon"} & set(inside) and "zijn" in inside):
                return Cue(f'supposition "{mention.clauses.said(first, opening + 1)}"')
    return None


def _question(mention: Mention) -> Cue | None:
    if "?" not in mention.words.between(mention.end - 1):
        return None
    last_clause = mention.clauses.numbers[mention.end - 1]
    tail = mention.forms[max(mention.begin, mention.clauses.starts[last_clause]) : mention.end]
    tagged = all(form in TAGS for form in tail)
    if tagged and "of" not in tail:
        return None
    if mention.forms[mention.begin] in QUESTION_OPENERS:
        return Cue('question "?"')
    if tagged or mention.forms[mention.end - 1] in {"toch", "he", "hoor"}:
        return None
    return Cue('question "?"') if last_clause in mention.own_clauses or len(mention.own_clauses) > 1 else None


def _indirect_question(mention: Mention) -> Cue | None:
    for opening in mention.openings():
        if opening > mention.begin and mention.forms[opening] == "of":
            first, _ = mention.clauses.bounds(opening - 1)
            if ASKING & set(mention.forms[first:opening]):
                return Cue(f'indirect question "{mention.clauses.said(opening - 1, opening + 1)}"')
    return None
