from hudna.views import Dossier, actors, claims, documents, places


def test_a_place_has_every_spelling_and_its_first_mentions(dossier: Dossier) -> None:
    (place,) = places(dossier)
    assert set(place.spellings) == {"الأبيض", "الابيض"}
    assert {m.document for m in place.sources} == {"first", "second", '../<b>"x"'}


def test_actors_are_persons_bodies_and_places_acted_upon(dossier: Dossier) -> None:
    assert {a.party.type for a in actors(dossier)} == {"PER", "ORG", "LOC"}


def test_a_claim_has_its_words_and_its_events(dossier: Dossier) -> None:
    (claim,) = claims(dossier)
    assert claim.source.en == "Sudanese Army"
    assert claim.says == dossier.texts["first"][20:84]
    assert claim.sources[0].sentence.start == 0
    assert len(claim.events) == 1


def test_documents_name_their_lineage(dossier: Dossier) -> None:
    held = documents(dossier)
    assert [d.id for d in held] == sorted(dossier.texts)
    assert {d.lineage for d in held} == {line.id for line in dossier.record.lineages}
