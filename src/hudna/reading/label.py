"""English names of persons, from the table of given names and of name parts; no letter is guessed."""

from hudna.reading.scene import Found, Scene


def english_name(scene: Scene, f: Found) -> str | None:
    """The name in English where the table has every part of it, else None."""
    forms = [scene.form(k)[f.cut if k == f.first else 0 :] for k in range(f.first, f.last) if scene.page.is_word(k)]
    parts = [scene.words.given.get(form) for form in forms]
    return " ".join(p for p in parts if p) if all(parts) else None
