"""Pseudonyms: one per person in a whole study, and texts with these in their place."""

from perspectieven.privacy.pseudonyms import Register, hide_labels, names_person, place_pseudonyms, replace_names
from perspectieven.privacy.search import Wanted, search_texts
from perspectieven.transcript import Speaker, Transcript, Turn


def transcript(name: str, *texts: str) -> Transcript:
    speaker = Speaker("m1", "ouders")
    return Transcript(name, tuple(Turn(name, at, "Moeder", text, speaker=speaker) for at, text in enumerate(texts)))


def hidden(*transcripts: Transcript, register: Register | None = None, wanted: Wanted | None = None) -> list[list[str]]:
    register, wanted = register or Register(), wanted or Wanted()
    searched = [search_texts([turn.text for turn in one.turns], wanted) for one in transcripts]
    for found in searched:
        register.add(found)
    places = [[place_pseudonyms(turn, register) for turn in found] for found in searched]
    replaced = [replace_names(one, found) for one, found in zip(transcripts, places, strict=True)]
    return [[turn.text for turn in one.turns] for one in replaced]


def test_a_person_has_one_pseudonym_in_all_transcripts_however_named():
    [one, two] = hidden(
        transcript("a", "Mijn dochter Sanne Wagenvoort zit thuis.", "En Sanne huilde."),
        transcript("b", "sanne kwam ook en mevrouw wagenvoort zei niks"),
    )
    assert one == ["Mijn dochter [Meisje-1] zit thuis.", "En [Meisje-1] huilde."]
    assert two == ["[Meisje-1] kwam ook en mevrouw [Meisje-1] zei niks"]


def test_spelling_does_not_make_another_person():
    [[first, second]] = hidden(transcript("a", "Toen kwam Mohammed.", "En Mohamed bleef."))
    assert first == "Toen kwam [Persoon-1]."
    assert second == "En [Persoon-1] bleef."


def test_names_that_are_alike_are_two_people():
    [[text]] = hidden(transcript("a", "Toen kwamen Fien en Finn."))
    assert text == "Toen kwamen [Persoon-1] en [Persoon-2]."


def test_one_first_name_of_the_family_and_of_a_teacher_are_two_people():
    [[one, two, three], [other]] = hidden(
        transcript("a", "Mijn dochter Sanne zit bij juf Sanne.", "En Sanne is streng.", "Onze zus Sanne niet."),
        transcript("b", "Toen kwam Sanne."),
    )
    assert one == "Mijn dochter [Meisje-1] zit bij juf [Leerkracht-1]."
    assert two == "En [Leerkracht-1] is streng."
    assert three == "Onze zus [Meisje-1] niet."
    assert other == "Toen kwam [Meisje-1]."


def test_a_teacher_alone_is_no_namesake():
    [[one, two]] = hidden(transcript("a", "Dat zei juf Sanne.", "En Sanne is streng."))
    assert (one, two) == ("Dat zei juf [Leerkracht-1].", "En [Leerkracht-1] is streng.")


def test_other_names_are_counted_by_kind():
    [[text]] = hidden(transcript("a", "Hij zat op basisschool De Klimop en voetbalt bij VV Hoograven."))
    assert text == "Hij zat op [School-1] en voetbalt bij [Organisatie-1]."


def test_a_register_that_was_kept_keeps_its_pseudonyms():
    register = Register()
    hidden(transcript("b", "Toen kwam Karim."), register=register)
    again = Register.from_content(register.as_content())
    [[text]] = hidden(transcript("a", "Toen kwamen Joost en Karim."), register=again)
    assert text == "Toen kwamen [Persoon-2] en [Persoon-1]."
    assert again.forms == {"Persoon-1": ["Karim"], "Persoon-2": ["Joost"]}
    assert "Karim" not in repr(again)


def test_large_places_and_words_to_keep_stay():
    [[text]] = hidden(
        transcript("a", "Van Utrecht via Almere naar Leusden, en met Triangelo."),
        wanted=Wanted(kept=frozenset({"triangelo"})),
    )
    assert text == "Van Utrecht via Almere naar [Plaats-1], en met Triangelo."


def test_what_is_listed_is_found_as_it_stands():
    from perspectieven.privacy.findings import Kind

    wanted = Wanted(listed=(("het blauwe huis", Kind.ORGANISATION),))
    [[text]] = hidden(transcript("a", "we zaten in het blauwe huis te wachten"), wanted=wanted)
    assert text == "we zaten in [Organisatie-1] te wachten"


def test_labels_that_are_names_are_hidden_and_roles_stay():
    turns = (
        Turn("g", 0, "Sanne", "Ja.", speaker=Speaker("g/Sanne", "jeugdigen")),
        Turn("g", 1, "Moeder", "Nee.", speaker=Speaker("g/Moeder", "ouders")),
        Turn("g", 2, "Sanne", "Jawel.", speaker=Speaker("jeugdige-1", "jeugdigen")),
    )
    said = hide_labels(Transcript("g", turns)).turns
    assert [turn.label for turn in said] == ["Spreker 1", "Moeder", "Spreker 1"]
    assert [turn.speaker.id for turn in said if turn.speaker] == ["g/Spreker 1", "g/Moeder", "jeugdige-1"]


def test_a_label_with_a_role_names_nobody():
    assert not any(map(names_person, ("Moeder", "Interviewer", "Wijkteam 2", "document", "Spreker 1", "ouder", "INT")))
    assert not any(map(names_person, ("Mentor", "Ambulant hulpverlener", "Casemanager", "mentor 2")))
    assert all(map(names_person, ("Sanne", "Roos", "Karim (wijkteam)", "mevrouw De Vries")))
