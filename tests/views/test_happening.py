from hudna.views import (
    Choice,
    Dossier,
    charges,
    choose,
    contacts,
    happenings,
    incidents,
    measures,
    positions,
    timeline,
    undated,
)


def test_a_call_has_both_who_spoke_and_where_that_stands(dossier: Dossier) -> None:
    (call,) = contacts(dossier)
    assert {p.en or p.ar for p in call.actors} == {"Sameh Shoukry", "فيصل بن فرحان"}
    assert call.date is None
    assert call.reported == "2023-05-02"
    (mark,) = call.sources
    assert mark.quote == "اتصالا هاتفيا" == dossier.texts["first"][mark.span.start : mark.span.end]
    assert str(mark) == f"first:{mark.span.start}-{mark.span.end}"


def test_an_incident_keeps_who_claims_and_who_denies_it(dossier: Dossier) -> None:
    shelling = next(h for h in incidents(dossier) if h.disputed_by)
    assert {p.en for p in shelling.claimed_by} == {"Sudanese Army", "Rapid Support Forces"}
    assert [p.en for p in shelling.disputed_by] == ["Rapid Support Forces"]
    assert [p.en for p in shelling.unnaming] == ["Rapid Support Forces"]
    assert shelling.documents == ("first", "second")


def test_sections_hold_their_types(dossier: Dossier) -> None:
    assert [h.topic for h in positions(dossier)] == ["ceasefire"]
    assert [h.mode for h in measures(dossier)] == ["martial-law"]
    assert charges(dossier) == ()


def test_the_timeline_is_in_order_and_holds_what_has_a_date(dossier: Dossier) -> None:
    dates = [h.date for h in timeline(dossier)]
    assert dates == ["2023-05-01", "2023-05-02", "2023-05-03"]
    assert len(timeline(dossier)) + len(undated(dossier)) == len(happenings(dossier))


def test_days_limit_by_date_else_by_report(dossier: Dossier) -> None:
    held = happenings(dossier, Choice(since="2023-05-02", until="2023-05-02"))
    assert {h.type for h in held} == {"REQUEST", "CONSULT"}


def test_any_spelling_label_or_id_chooses(dossier: Dossier) -> None:
    shelling = [h.id for h in incidents(dossier)]
    for place in ("الابيض", "الأبيض", "El Obeid", "el obeid"):
        assert [h.id for h in incidents(dossier, choose(dossier.record, place=place))] == shelling
    for actor in ("شكري", "Shoukry", "سامح شكري"):
        assert {h.type for h in happenings(dossier, choose(dossier.record, actor=actor))} == {"CONSULT", "REQUEST"}


def test_a_side_chooses_by_code_or_name(dossier: Dossier) -> None:
    for side in ("rsf", "RSF", "Rapid Support Forces", "قوات الدعم السريع"):
        held = happenings(dossier, choose(dossier.record, side=side))
        assert {h.type for h in held} == {"ASSAULT", "REQUEST"}


def test_wording_runs_from_the_words_of_the_telling_to_the_end_of_its_sentence(dossier: Dossier) -> None:
    (demand,) = positions(dossier)
    assert demand.wording == "ودعا شكري الطرفين إلى وقف إطلاق النار فورا."


def test_what_has_no_date_comes_as_the_documents_tell_it(dossier: Dossier) -> None:
    held = [(r.sources[0].document, r.sources[0].span) for r in happenings(dossier) if not r.date and not r.reported]
    assert held == sorted(held)
