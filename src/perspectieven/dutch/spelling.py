"""Spelling before an ending: open and closed syllables, v and f, z and s."""

import re

VOWELS = "aeiouäëïöüéèêáóíú"

_LONG = re.compile(rf"(.*?)(aa|ee|oo|uu)([^{VOWELS}])")
_DIPHTHONG = re.compile(r".*(ie|ië|eu|oe|ij|ei|ui|ou|au|aai|ooi|oei|eeu|ieu)[fs]")
_SHORT = re.compile(rf"(.*[^{VOWELS}y]|.*qu)?[aeiou][bcdfgklmnprstz]")
_UNSTRESSED = re.compile(r"(el|er|em|en|ig|ik|erd|or|um)$")
_INSEPARABLE = re.compile(rf"(be|ge|her|ont|ver|er|mis)(?![{VOWELS}]?[^{VOWELS}]+$)")


def count_syllables(word: str) -> int:
    """Return how often vowels follow a consonant in a word.

    >>> count_syllables("wandeling"), count_syllables("idee")
    (3, 2)
    """
    return len(re.findall(rf"[{VOWELS}y]+", word))


def open_stems(word: str) -> tuple[str, ...]:
    """Return how a word may be written before an ending that begins with a vowel, the likeliest first.

    >>> [open_stems(word)[0] for word in ("raar", "gek", "lief", "moeder", "cursus", "sociaal", "officieel")]
    ['rar', 'gekk', 'liev', 'moeder', 'cursuss', 'social', 'officiël']
    >>> open_stems("grens")
    ('grens', 'grenz')
    """
    stems: tuple[str, ...]
    voiced = f"{word[:-1]}{_voiced(word[-1])}"
    if long := _LONG.fullmatch(word):
        head, vowels, last = long.groups()
        vowel = "ë" if vowels == "ee" and head.endswith(("i", "e", "ë")) else vowels[0]
        stems = (f"{head}{vowel}{_voiced(last)}", f"{head}{vowel}{last}")
    elif _DIPHTHONG.fullmatch(word) or re.search(r"[lr]f$", word):
        stems = (voiced, word)
    elif re.search(r"[lnr]s$", word):
        stems = (word, voiced)
    elif _SHORT.fullmatch(word):
        double = f"{word}{word[-1]}"
        stems = (word, double) if _UNSTRESSED.search(word) and count_syllables(word) > 1 else (double, word)
        stems += (voiced,) if word.endswith("f") else ()
    else:
        stems = (word,)
    return tuple(dict.fromkeys(stems))


def closed_stems(open_stem: str) -> tuple[str, ...]:
    """Return how a verb may be written without the *-en* of its infinitive, the likeliest first.

    Of the verbs in *-eren* and *-elen* only the dictionary knows which are stressed there: *signaleer*, but *verbeter*.

    >>> [closed_stems(stem)[0] for stem in ("lop", "stopp", "lev", "verwijz", "wandel", "evaluer", "variër")]
    ['loop', 'stop', 'leef', 'verwijs', 'wandel', 'evalueer', 'varieer']
    """
    if len(open_stem) > 2 and open_stem[-1] == open_stem[-2] and open_stem[-1] not in VOWELS:
        return (open_stem[:-1],)
    stem = f"{open_stem[:-1]}{ {'v': 'f', 'z': 's'}.get(open_stem[-1], open_stem[-1]) }"
    if stem.endswith(("iër", "eër")):
        return (f"{stem[:-2]}eer" if stem.endswith("iër") else f"{stem[:-1]}er",)
    if not re.fullmatch(rf"(.*[^{VOWELS}]|.*[qï]u|.*[^{VOWELS}][uï](?=e))?[aeou][^{VOWELS}wxy]", stem):
        return (stem,)
    long = f"{stem[:-1]}{stem[-2]}{stem[-1]}"
    if stem[-2] != "e":
        return long, stem
    root = _INSEPARABLE.sub("", stem)
    stressed = count_syllables(root) == 1 or (stem.endswith("er") and count_syllables(root) > 2)
    return (long, stem) if stressed or stem.endswith(("iser", "eer", "ter")) else (stem, long)


def _voiced(consonant: str) -> str:
    return {"f": "v", "s": "z"}.get(consonant, consonant)
