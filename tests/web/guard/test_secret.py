from hudna.web.guard.secret import hashed, kept, matches


def test_a_secret_is_known_by_its_hash_alone() -> None:
    held = hashed("correct horse")
    assert kept(held)
    assert "horse" not in held
    assert matches(held, "correct horse")
    assert not matches(held, "correct horsf")
    assert hashed("correct horse") != held


def test_nobody_has_no_password_and_what_is_no_hash_matches_nothing() -> None:
    assert not matches(None, "")
    assert not matches("plain", "plain")
    assert not kept("plain")
    assert not kept(None)
