"""Occurrences: where a pattern is in a sentence, from its smallest parts upwards, each part once."""

from perspectieven.compiled import inlined, lean
from perspectieven.dutch.kinds import (
    AFTER_PARTICLE,
    CLUSTER,
    FINITE,
    HESITATION,
    OM,
    PREPOSITION,
    SUBORDINATOR,
    TE,
)
from perspectieven.matching.arrays import ANY_OF, IN_ORDER, ONE_WORD, SPLIT_VERB, TOGETHER
from perspectieven.matching.sentence import (
    FOUND,
    MOST_PLACES,
    WORDS,
    add_found,
    add_row,
    copy,
    is_there,
    needs_met,
    room_for,
    sort_found,
)

MAX_SPLIT = 14
"""Words that may stand between a separable verb and its particle."""

MAX_CLUSTER = 4
"""Words over which a particle may come before its verb."""

MOST_COMBINATIONS = MOST_PLACES**3


@inlined
def find_occurrences(s, number, words, first, lexemes, nodes, node):
    """Fill in the occurrences of a pattern, its parts first: ``found[node[node].first:node[node].end]``."""
    for at in range(nodes.node[node].part_first, nodes.node[node].part_end):
        part = nodes.part[at]
        found_of = s.node[part]
        if found_of.seen == number:
            continue
        found_of.seen, found_of.first = number, s.counts[FOUND]
        kind = nodes.node[part].kind
        if kind == ONE_WORD:
            _find_one_word(s, number, nodes, part)
        elif kind == SPLIT_VERB:
            _find_split_verb(s, number, lexemes, nodes.node[part].atom, nodes.node[part].particle)
        elif not needs_met(s, nodes, part):
            pass
        elif kind == ANY_OF:
            _find_any(s, nodes, part)
        elif kind == IN_ORDER:
            _find_in_order(s, nodes, part)
        elif kind == TOGETHER:
            _find_together(s, nodes, part)
        else:
            _find_literally(s, words, first, lexemes, nodes, part)
        if s.counts[FOUND] > found_of.first + 1:
            sort_found(s, found_of.first)
        found_of.end = s.counts[FOUND]


@inlined
def _find_one_word(s, number, nodes, node):
    need = nodes.need[nodes.node[node].need_first]
    for option in range(need.first, need.end):
        atom = nodes.needed[option]
        if is_there(s, atom) and s.atom_seen[atom] == number:
            at = s.atom_first[atom]
            while at >= 0:
                add_found(s, s.place[at], -1)
                at = s.next_place[at]


@inlined
def _stands_at(s, number, atom, place):
    if s.atom_seen[atom] != number:
        return False
    at = s.atom_first[atom]
    while at >= 0:
        if s.place[at] == place:
            return True
        at = s.next_place[at]
    return False


@lean
def _find_split_verb(s, number, lexemes, atom, particle):
    """Find a separable verb, joined or apart; every particle is used once.

    Verb cluster (*door te verwijzen*, *mee kan doen*): the particle first, nothing but auxiliaries between. Main clause
    (*stelden ons daar gerust*): the particle later, where it belongs to no noun phrase after it.
    """
    if s.atom_seen[atom] == number:
        at = s.atom_first[atom]
        while at >= 0:
            add_found(s, s.place[at], -1)
            at = s.next_place[at]
    if s.base_seen[atom] != number:
        return
    n_words = s.counts[WORDS]
    for place in range(n_words):
        s.used[place] = False
    at = s.base_first[atom]
    while at >= 0:
        verb = s.place[at]
        at = s.next_place[at]
        if _stands_at(s, number, atom, verb):
            continue
        partner = -1
        for place in range(verb - 1, max(verb - MAX_CLUSTER - 1, -1), -1):
            if s.form[place] == particle and not s.used[place] and _is_cluster(s, lexemes, particle, place, verb):
                partner = place
                break
        if partner < 0:
            for place in range(verb + 1, min(verb + MAX_SPLIT + 1, _end_of_clause(s, lexemes, verb, n_words))):
                if s.form[place] == particle and not s.used[place] and _is_free(s, lexemes, place):
                    partner = place
                    break
        if partner >= 0:
            s.used[partner] = True
            add_found(s, verb, partner)


@lean
def _end_of_clause(s, lexemes, verb, n_words):
    """Return where a clause of its own opens: a finite verb behind a comma keeps its particle (*wacht, zet hem af*).

    One put in between commas opens none: *springt mijn moeder, als het moet, wel bij*.
    """
    broken, goes_on = False, verb
    for place in range(verb + 1, n_words):
        is_filler = lexemes.kinds[s.kind[place], HESITATION] or lexemes.kinds[s.kind[place - 1], HESITATION]
        broken = broken or (s.apart[place - 1] and not is_filler)
        if s.apart[place - 1] and lexemes.kinds[s.kind[place], SUBORDINATOR]:
            goes_on = _end_of_insertion(s, place, n_words)
        if broken and place >= goes_on and lexemes.kinds[s.kind[place], FINITE]:
            return place
    return n_words


@lean
def _end_of_insertion(s, first, n_words):
    """Return where the sentence goes on behind a clause that was put in; where that does not end, it is none."""
    for place in range(first, n_words - 1):
        if s.apart[place]:
            return place + 1
    return first


@lean
def _is_cluster(s, lexemes, particle, place, verb):
    """Say whether only auxiliaries stand between; *om te kijken* is no *omkijken*."""
    for between in range(place + 1, verb):
        if not lexemes.kinds[s.kind[between], CLUSTER] or (particle == OM and s.form[between] == TE):
            return False
    return True


@lean
def _is_free(s, lexemes, place):
    """Say whether a particle belongs to no noun phrase after it (*viel op zijn hoofd*)."""
    if place + 1 == s.counts[WORDS] or s.apart[place] or not lexemes.kinds[s.kind[place], PREPOSITION]:
        return True
    return lexemes.kinds[s.kind[place + 1], AFTER_PARTICLE]


@lean
def _find_any(s, nodes, node):
    for at in range(nodes.node[node].child_first, nodes.node[node].child_end):
        option = nodes.child[at].node
        for row in range(s.node[option].first, s.node[option].end):
            if not room_for(s):
                return
            copy(s.found, s.n_found, row, s.found, s.n_found, s.counts[FOUND])
            s.counts[FOUND] += 1


@inlined
def _find_in_order(s, nodes, node):
    """Begin at every place of the first element, and go on to the nearest place of each next that leads to the end."""
    first = nodes.node[node].child_first
    n_steps = nodes.node[node].child_end - first - 1
    head = nodes.child[first].node
    rows, gaps = s.choice, s.best
    for start in range(s.node[head].first, s.node[head].end):
        copy(s.found, s.n_found, start, s.chains, s.n_chains, 0)
        copy(s.found, s.n_found, start, s.tails, s.n_tails, 0)
        rows[0], gaps[0] = -1, -1
        step, tried = 0, 0
        while 0 <= step < n_steps and tried < MOST_COMBINATIONS:
            child = first + 1 + step
            row, gap = _next_nearest(s, nodes, child, step, rows[step], gaps[step])
            if row < 0:
                step -= 1
                continue
            rows[step], gaps[step] = row, gap
            _lengthen(s, step, row, step + 1)
            step += 1
            tried += 1
            if step < n_steps:
                rows[step], gaps[step] = -1, -1
        if step == n_steps:
            if not room_for(s):
                return
            copy(s.chains, s.n_chains, n_steps, s.found, s.n_found, s.counts[FOUND])
            s.counts[FOUND] += 1


@inlined
def _next_nearest(s, nodes, child, chain, after_row, after_gap):
    """Return the place of an element that is nearest to a chain among those after the one tried; -1 for none."""
    node = nodes.child[child].node
    best, least = -1, nodes.child[child].gap + 1
    for row in range(s.node[node].first, s.node[node].end):
        gap = _gap(s, chain, row, nodes.node[node].may_split)
        if gap < 0 or gap >= least or gap < after_gap or (gap == after_gap and row <= after_row):
            continue
        if not _share_a_word(s, chain, row):
            best, least = row, gap
    return best, least


@inlined
def _share_a_word(s, chain, row):
    for part in range(s.n_found[row]):
        for other in range(s.n_chains[chain]):
            if s.found[row, part] == s.chains[chain, other]:
                return True
    return False


@inlined
def _gap(s, chain, row, may_split):
    """Count the words between the last element of a chain and another, -1 where they are not in order.

    Of a split verb the nearer part counts; one that began earlier may close behind the element before it
    (*zetten ons netwerk in*).
    """
    n_tail, n_row = s.n_tails[chain], s.n_found[row]
    following = s.found[row, 0]
    if following > s.tails[chain, 0]:
        nearest = s.tails[chain, 0]
        for part in range(n_tail):
            if s.tails[chain, part] < following:
                nearest = s.tails[chain, part]
        return max(s.number[following] - s.number[nearest] - 1, 0)
    if may_split and s.found[row, n_row - 1] > s.tails[chain, n_tail - 1]:
        return max(s.number[s.found[row, n_row - 1]] - s.number[s.tails[chain, n_tail - 1]] - 1, 0)
    return -1


@inlined
def _lengthen(s, chain, row, goal):
    """Write a chain with one more element at `goal`."""
    size = s.n_chains[chain]
    for part in range(size):
        s.chains[goal, part] = s.chains[chain, part]
    for part in range(s.n_found[row]):
        word = s.found[row, part]
        at = size
        while at > 0 and s.chains[goal, at - 1] > word:
            s.chains[goal, at] = s.chains[goal, at - 1]
            at -= 1
        s.chains[goal, at] = word
        size += 1
    s.n_chains[goal] = size
    copy(s.found, s.n_found, row, s.tails, s.n_tails, goal)


@lean
def _find_together(s, nodes, node):
    """Put elements together in any order: for each place of the first the tightest combination with the others."""
    first, last = nodes.node[node].child_first, nodes.node[node].child_end
    head, n_others = nodes.child[first].node, last - first - 1
    spare = nodes.node[node].spare
    widest = spare
    for at in range(first, last):
        longest = 0
        for row in range(s.node[nodes.child[at].node].first, s.node[nodes.child[at].node].end):
            longest = max(longest, s.n_found[row])
        widest += longest
    near, n_near, choice = s.near, s.n_near, s.choice
    taken, best = s.taken, s.best
    begun, begin, n_best, least = False, -1, 0, 0
    for anchor in range(s.node[head].first, s.node[head].end):
        if begun and s.found[anchor, 0] != begin:
            add_row(s, best, n_best)
            n_best = 0
        begun, begin = True, s.found[anchor, 0]
        possible = True
        for other in range(n_others):
            n_near[other] = _list_near(s, nodes.child[first + 1 + other].node, anchor, widest, other)
            possible = possible and n_near[other] > 0
            choice[other] = 0
        tried = 0
        while possible and tried < MOST_COMBINATIONS:
            size = _combine(s, anchor, near, choice, n_others, taken)
            if size > 0:
                between = s.number[taken[size - 1]] - s.number[taken[0]] + 1 - size
                if between <= spare and (
                    n_best == 0 or between < least or (between == least and _before(taken, size, best, n_best))
                ):
                    for part in range(size):
                        best[part] = taken[part]
                    n_best, least = size, between
            tried += 1
            other = n_others - 1
            while other >= 0:
                choice[other] += 1
                if choice[other] < n_near[other]:
                    break
                choice[other] = 0
                other -= 1
            if other < 0:
                break
    if begun:
        add_row(s, best, n_best)


@lean
def _list_near(s, node, anchor, widest, other):
    """List the places of one element that may fit beside `anchor`, the nearest first; return how many."""
    count = 0
    for row in range(s.node[node].first, s.node[node].end):
        low = min(s.found[anchor, 0], s.found[row, 0])
        high = max(s.found[anchor, s.n_found[anchor] - 1], s.found[row, s.n_found[row] - 1])
        span = s.number[high] - s.number[low] + 1
        if span > widest or (count == MOST_PLACES and s.spans[count - 1] <= span):
            continue
        at = min(count, MOST_PLACES - 1)
        while at > 0 and s.spans[at - 1] > span:
            s.spans[at], s.near[other, at] = s.spans[at - 1], s.near[other, at - 1]
            at -= 1
        s.spans[at], s.near[other, at] = span, row
        count = min(count + 1, MOST_PLACES)
    return count


@lean
def _combine(s, anchor, near, choice, n_others, taken):
    """Write the words of a combination in the order of the text; return how many, 0 if two elements share a word."""
    size = s.n_found[anchor]
    for part in range(size):
        taken[part] = s.found[anchor, part]
    for other in range(n_others):
        row = near[other, choice[other]]
        for part in range(s.n_found[row]):
            word = s.found[row, part]
            at = size
            while at > 0 and taken[at - 1] > word:
                at -= 1
            if at > 0 and taken[at - 1] == word:
                return 0
            for place in range(size, at, -1):
                taken[place] = taken[place - 1]
            taken[at] = word
            size += 1
    return size


@lean
def _find_literally(s, words, first, lexemes, nodes, node):
    """Find words next to each other, hesitations left out, with the punctuation that the term asks for."""
    begin, end = nodes.node[node].child_first, nodes.node[node].child_end
    head = nodes.child[begin].node
    for start in range(s.node[head].first, s.node[head].end):
        if not room_for(s):
            return
        row = s.counts[FOUND]
        place = s.found[start, 0]
        s.found[row, 0] = place
        size = 1
        for at in range(begin, end):
            if at > begin:
                place += 1
                while place < s.counts[WORDS] and lexemes.kinds[s.kind[place], HESITATION]:
                    place += 1
                if not _begins_at(s, nodes.child[at].node, place):
                    break
                s.found[row, size] = place
                size += 1
            if nodes.child[at].mark and not _mark_follows(words, first + place, nodes.child[at].mark):
                size = 0
                break
        if size == end - begin:
            s.n_found[row] = size
            s.counts[FOUND] += 1


@lean
def _begins_at(s, node, place):
    for row in range(s.node[node].first, s.node[node].end):
        if s.found[row, 0] == place:
            return True
    return False


@lean
def _mark_follows(words, word, mark):
    end = words.starts[word + 1] if word + 1 < len(words.starts) else len(words.letters)
    for at in range(words.ends[word], end):
        if words.letters[at] == mark:
            return True
        if words.letters[at] == 10:
            return False
    return False


@lean
def _before(one, n_one, other, n_other):
    """Say whether one row of words comes before another, word by word, the shorter first."""
    for at in range(min(n_one, n_other)):
        if one[at] != other[at]:
            return one[at] < other[at]
    return n_one < n_other
