"""Capitals: the city, or the government that sits there."""

from hudna.reading.scene import Found, Scene


def stands_for_state(scene: Scene, f: Found) -> bool:
    """Whether a capital stands for its government: «قالت باكو», «بين موسكو وأنقرة», «تصريحات أنقرة», «وفقا لباكو»."""
    page, i = scene.page, f.first
    if f.cut:
        clitic = scene.form(i)[f.cut - 1]
        if clitic == "ب":
            return False
        if clitic == "ل":
            return scene.form(i - 1) in scene.words.political
        if clitic in "وف" and scene.form(i - 1) not in scene.words.political and not _verb(scene, i + 1):
            return _after_country(scene, i)
    before = scene.form(i - 1)
    if before == "في":
        return i > 1 and bool(page.layer(i - 2, "reporting"))
    if before in scene.words.political or before.lstrip("وف") in scene.words.political:
        return True
    return _verb(scene, i - 1) or _verb(scene, f.last)


def _verb(scene: Scene, k: int) -> bool:
    return scene.is_arabic(k) and scene.is_verb(k) and scene.form(k) not in scene.words.function


def _after_country(scene: Scene, i: int) -> bool:
    """Whether the word before is a country or a capital that stands for one: «موسكو وأنقرة»."""
    hits = scene.page.names.get(i - 1, ())
    for hit in hits:
        for sense in hit.senses:
            if sense.pos == "names" and sense.entry.id.startswith("loc.") and hit.last == i:
                return True
            if sense.pos == "capital" and hit.last == i:
                return stands_for_state(scene, Found(i - 1, i, "LOC", "", sense.cut, sense.entry, sense.pos))
    return False
