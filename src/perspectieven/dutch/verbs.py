"""Forms of verbs: weak by the rules, strong after the list, and with the prefix or particle of verbs made from them."""

import re
from functools import lru_cache
from typing import NamedTuple

from perspectieven.dutch.form_dictionary import first_known, is_known, known_forms, looked_up
from perspectieven.dutch.irregular import (
    GE_VERBS,
    PARTICLES,
    REDUCED_INFINITIVES,
    SPELLED_STEMS,
    SPLIT_OR_NOT,
    STRONG,
    UNDIVIDED,
    WHOLE,
)
from perspectieven.dutch.spelling import VOWELS, closed_stems, open_stems

_PREFIXES = ("ver", "ont", "her", "be", "ge", "er")
_ROOT = re.compile(rf"[^{VOWELS}]*[{VOWELS}]+[^{VOWELS}]+.*n|[^{VOWELS}]*(aai|ooi|oei|ui|ei|ou)en")
_UNVOICED = re.compile(r"([tkfspx]|ch|sh)$")


_STRONG_PARTICIPLES = frozenset(form for _, forms in STRONG.values() for form in forms) | {
    form for forms in WHOLE.values() for form in forms if form.startswith("ge")
}


_RECENT = 1 << 10
"""Verbs whose forms are kept: whoever needs them again asks soon."""


class _Parts(NamedTuple):
    """The forms that others are made from."""

    present: tuple[str, ...]
    pasts: tuple[str, ...]
    participles: tuple[str, ...]


def looks_like_infinitive(word: str) -> bool:
    """Say whether a word may be an infinitive by its letters.

    >>> looks_like_infinitive("wimpelen"), looks_like_infinitive("omgaan"), looks_like_infinitive("kind")
    (True, True, False)
    """
    if word in REDUCED_INFINITIVES or is_strong(word):
        return True
    return bool(
        re.fullmatch(rf".*[{VOWELS}y].*[^{VOWELS}]en|.*[{VOWELS}].*[{VOWELS}]ën|.*[aoe]uen|.*([aeou]i|ij)en", word)
    )


def is_strong(infinitive: str) -> bool:
    """Say whether a verb, without its prefix or particle, is in the list of strong and irregular verbs."""
    return any(part in STRONG or part in WHOLE for part in (infinitive, *(rest for _, rest in _splits(infinitive))))


def is_strong_participle(word: str) -> bool:
    """Say whether a word is the participle of a verb in that list: *gekomen*, but not *gedragen*, a verb itself."""
    return word in _STRONG_PARTICIPLES and word not in GE_VERBS and word not in STRONG


@lru_cache(maxsize=_RECENT)
def verb_forms(infinitive: str) -> frozenset[str]:
    """Return the forms of a verb: present, past, participles with their inflection.

    >>> sorted(verb_forms("labelen"))
    ['gelabeld', 'gelabelde', 'label', 'labelde', 'labelden', 'labelen', 'labelend', 'labelende', 'labelt']
    >>> sorted(verb_forms("ontslaan"))[:4], "ontslagen" in verb_forms("ontslaan")
    (['ontsla', 'ontslaan', 'ontslaand', 'ontslaande'], True)
    >>> {"stop", "stopte", "gestopt"} <= verb_forms("stoppen"), {"voorkwam", "voorkomen"} <= verb_forms("voorkomen")
    (True, True)
    """
    if infinitive in WHOLE:
        return frozenset({infinitive, *WHOLE[infinitive]})
    for prefix, rest in _splits(infinitive):
        if rest in WHOLE:
            forms = {f"{prefix}{form}" for form in (rest, *WHOLE[rest])}
            unsplit = {_without_ge(prefix, form) for form in forms}
            if prefix in SPLIT_OR_NOT:
                participle = re.compile(rf"{prefix}ge|.*(an|n)e$")
                return frozenset(form for form in forms | unsplit if not participle.match(form) or is_known(form))
            return frozenset(forms if prefix in PARTICLES else unsplit)
    parts = _parts(infinitive)
    participles = set(parts.participles)
    participles |= {form for form in map(_inflect, participles) if is_known(form) or not is_known(infinitive)}
    present = {infinitive, f"{infinitive}d", f"{infinitive}de", *parts.present}
    return frozenset(present | set(parts.pasts) | participles)


@lru_cache(maxsize=_RECENT)
def _parts(infinitive: str) -> _Parts:
    present = _present(infinitive)
    if infinitive in STRONG:
        return _Parts(present, *STRONG[infinitive])
    for prefix, rest in _splits(infinitive):
        if prefix in PARTICLES:
            base = _parts(rest)
            whole = tuple(tuple(f"{prefix}{form}" for form in forms) for forms in base)
            participles = whole[2]
            if prefix in SPLIT_OR_NOT:
                unsplit = tuple(_without_ge(prefix, f"{prefix}{form}") for form in base.participles)
                participles = tuple(form for form in participles if is_known(form)) or unsplit
            return _Parts(whole[0], whole[1], participles)
        if rest in STRONG and not _is_weak(infinitive, present[0], STRONG[rest][0], prefix):
            pasts, participles = STRONG[rest]
            return _Parts(
                present,
                tuple(f"{prefix}{past}" for past in pasts),
                tuple(_without_ge(prefix, f"{prefix}{participle}") for participle in participles),
            )
    stem, ending = present[0], weak_ending(infinitive)
    past = f"{stem}{ending}"
    bare = stem if stem.endswith(("t", "d")) and stem[-1] == ending else past
    participle = _with_ge(bare)
    undivided = infinitive.startswith(tuple(SPLIT_OR_NOT)) and not is_known(participle) and is_known(bare)
    if undivided or (_prefix(infinitive) and looked_up(participle) != infinitive):
        participle = bare
    return _Parts(present, (f"{past}e", f"{past}en"), (participle,))


def weak_ending(infinitive: str) -> str:
    """Return the *t* or *d* of the weak past of a verb, by *'t kofschip*.

    >>> weak_ending("merken"), weak_ending("leven"), weak_ending("coachen"), weak_ending("labelen")
    ('t', 'd', 't', 'd')
    """
    stem = SPELLED_STEMS.get(infinitive, infinitive[:-2]).rstrip("e")
    return "t" if _UNVOICED.search(stem) or stem.endswith("c") else "d"


def wrong_forms(infinitive: str) -> frozenset[str]:
    """Return the forms that the form dictionary may have made by the wrong rule: *boekde*, *kostt*, *kijkte*.

    >>> {"merkde", "merkt", "merkte"} & wrong_forms("merken"), {"kijkte", "gekijkt"} <= wrong_forms("kijken")
    ({'merkde'}, True)
    """
    stem = _present(infinitive)[0]
    endings = "td" if is_strong(infinitive) else {"t": "d", "d": "t"}[weak_ending(infinitive)]
    bases = {f"{stem}{ending}" for ending in endings}
    made = {f"{base}{more}" for base in bases for more in ("e", "en")}
    if is_strong(infinitive):
        made |= {_with_ge(base) for base in bases} | {f"{_with_ge(base)}e" for base in bases}
    doubled = {f"{stem}t", f"{stem}te"} if stem.endswith("t") and not stem.endswith("tt") else set()
    doubled -= {f"{stem}te"} if weak_ending(infinitive) == "t" else set()
    return frozenset(made | doubled) - verb_forms(infinitive)


def _present(infinitive: str) -> tuple[str, ...]:
    for prefix, rest in _splits(infinitive):
        return tuple(f"{prefix}{form}" for form in _present(rest))
    if infinitive == "komen":
        return "kom", "komt"
    if infinitive in SPELLED_STEMS:
        stem = SPELLED_STEMS[infinitive]
    elif infinitive.endswith("ën"):
        stem = infinitive[:-2]
    else:
        stems = closed_stems(infinitive[:-2])
        voted = [stem for stem in stems if is_known(stem if stem.endswith("t") else f"{stem}t")]
        stem = voted[0] if voted else first_known(stems)
    return (stem,) if stem.endswith("t") else (stem, f"{stem}t")


@lru_cache(maxsize=_RECENT)
def _splits(infinitive: str) -> tuple[tuple[str, str], ...]:
    """Return a prefix or particle and the verb after it, where that is a verb; at most one."""
    if infinitive in STRONG or infinitive in WHOLE or infinitive in UNDIVIDED:
        return ()
    for particle in PARTICLES if infinitive.startswith(PARTICLES) else ():
        rest = infinitive.removeprefix(particle)
        if rest != infinitive and _is_base(rest) and not _is_whole(infinitive):
            return ((particle, rest),)
    prefix = _prefix(infinitive)
    rest = infinitive.removeprefix(prefix)
    if (rest in STRONG or rest in WHOLE) and (prefix != "ge" or infinitive in GE_VERBS):
        return ((prefix, rest),) if prefix else ()
    mis = infinitive.removeprefix("mis")
    return (("mis", mis),) if mis != infinitive and _is_base(mis) else ()


def _prefix(infinitive: str) -> str:
    """Return the prefix that takes the place of *ge-*, or nothing: *be* of *bewaken*, none of *bellen* or *beuken*."""
    for prefix in () if infinitive in UNDIVIDED else _PREFIXES:
        rest = infinitive.removeprefix(prefix)
        diphthong = prefix in ("be", "ge") and rest[:1] in ("i", "u")
        if rest != infinitive and not diphthong and (rest in WHOLE or _ROOT.fullmatch(rest)):
            return prefix
    return ""


def _is_whole(infinitive: str) -> bool:
    """Say whether a verb that looks like particle and verb has its *ge-* in front: *geïncasseerd*."""
    stems = closed_stems(infinitive[:-2])
    return any(is_known(f"{_with_ge(stem)}{ending}") for stem in stems for ending in ("d", "t"))


def _is_base(word: str) -> bool:
    if word in STRONG or word in WHOLE:
        return True
    return len(word) > 4 and word.endswith("en") and (is_known(f"{word}d") or looked_up(word) == word)


def _with_ge(form: str) -> str:
    trema = re.match(r"e|i(?!j)|u(?!i)", form)
    return f"ge{'ëïü'['eiu'.index(trema[0])]}{form[1:]}" if trema else f"ge{form}"


def _without_ge(prefix: str, form: str) -> str:
    return f"{prefix}{form.removeprefix(prefix).removeprefix('ge')}"


def _inflect(participle: str) -> str:
    if participle.endswith("en"):
        return participle
    return first_known(f"{stem}e" for stem in open_stems(participle))


def _is_weak(infinitive: str, stem: str, strong: tuple[str, ...], prefix: str) -> bool:
    """Say whether a verb only looks like a prefix before a strong verb: *ontmoeten*, *bestelen* the other way round."""
    known = known_forms(infinitive)
    return f"{stem}{weak_ending(infinitive)}e" in known and all(f"{prefix}{past}" not in known for past in strong)
