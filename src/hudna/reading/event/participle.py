"""Participles without the article that go on telling: «ونفى ذلك متهما الحركة ب…», «… داعية إلى وقف القتال».

In: a page and the token of a participle; out: yes or no.
"""

import re

from hudna.reading.page import Page

_GOING_ON = ("ا", "ه", "ين")  # endings of a participle that goes on telling: «متهما», «متهمة», «متهمين»
_DEFINITE = re.compile("[وف]?(?:[بك]?ال|لل).{2,}")


def is_apart(page: Page, i: int) -> bool:
    """Whether an indefinite participle cannot describe the definite noun before it: «بالتوقيع | داعية …»."""
    form = page.form(i)
    return form.endswith(("ه", "ا")) and not form.startswith("ال") and _DEFINITE.fullmatch(page.form(i - 1)) is not None


def goes_on_accusing(page: Page, i: int) -> bool:
    """Whether an indefinite participle goes on with who spoke, blaming others: «ونفى ذلك | متهما الحركة ب…».

    Not one whose charge follows at once, who is accused himself: «كان متهما بقتل …».
    """
    told = [s for s in page.layer(i, "event") if s.pos == "active" and s.entry.get("event") == "ACCUSE"]
    if not page.form(i).endswith(_GOING_ON) or all(s.clitics or s.definite or s.pronoun for s in told):
        return False
    if page.form(i + 1).startswith("ب") and any(s.entry.get("needs") for s in told):
        return False  # «سفينة محملة بنحو …»
    behind = page.senses[i + 1] if page.is_word(i + 1) else ()
    return not any(s.pos == "masdar" and s.clitics == "ب" for s in behind)
