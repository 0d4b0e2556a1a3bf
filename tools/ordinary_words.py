"""Write the list of ordinary words: src/hudna/lexicon/ar/ordinary.txt.

    python tools/ordinary_words.py CORPUS.jsonl.gz

CORPUS holds one article a line with the fields «title» and «body». Only words go into the list, no text.

The rule: Arabic words inflect, names do not. A normalised form is ordinary when it occurs at least LEAST times and at least
RELATED other forms of its family occur at least LEAST times each: with and without the article, with attached pronouns, as
plural, with another person of the verb. Forms that stand after a given name or a title in more than NAME_SHARE of their
occurrences are names («صالح», «النصر»), and forms that the lexicon has as given names are left to it.
Particles and conjunctions written onto a word are not stripped; the reader does that when it looks a word up.
"""

import gzip
import json
import re
import sys
from collections import Counter
from pathlib import Path

from hudna.lexicon.nameword import given_names
from hudna.text import fold

LEAST = 4
RELATED = 1
NAME_SHARE = 0.3
TARGET = Path(__file__).parent.parent / "src/hudna/lexicon/ar/ordinary.txt"

_WORD = re.compile(r"[\u0621-\u064a]+|[^\s\u0621-\u064a]+")
_ARABIC = re.compile(r"[\u0621-\u064a]{2,}$")
_ENDINGS = ("ه", "ها", "هم", "هما", "نا", "ات", "ين", "ون", "ا", "ت", "وا", "ان", "تها", "ته", "تهم", "يه", "ي")
_PERSONS = "يتنا"


def count(corpus: Path) -> tuple[Counter[str], Counter[str]]:
    """How often each form occurs, and how often after a given name."""
    given = given_names("ar")
    forms: Counter[str] = Counter()
    after_name: Counter[str] = Counter()
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            for part in (article["title"], article["body"]):
                words = _WORD.findall(fold(part or ""))
                forms.update(words)
                after_name.update(b for a, b in zip(words, words[1:], strict=False) if a in given)
    return forms, after_name


def family(form: str) -> set[str]:
    """Forms that the same word would have, were ``form`` a noun, an adjective or a verb."""
    base = form[2:] if form.startswith("ال") and len(form) > 4 else form  # noqa: PLR2004 - the article and a word
    out = {base, "ال" + base, *(base + e for e in _ENDINGS), *("ال" + base + e for e in _ENDINGS)}
    if base.endswith("ه") and len(base) > 3:  # noqa: PLR2004 - three letters and the ending
        stem = base[:-1]
        out |= {stem, "ال" + stem, stem + "ات", *(stem + "ت" + e for e in ("ه", "ها", "هم", "نا"))}
    for ending in _ENDINGS:
        if base.endswith(ending) and len(base) - len(ending) >= 3:  # noqa: PLR2004 - three radicals
            stem = base[: -len(ending)]
            out |= {stem, "ال" + stem, *(stem + e for e in _ENDINGS)}
    verb = base[1:] if base[0] == "س" and base[1:2] in _PERSONS else base
    if verb[:1] in _PERSONS and len(verb) > 2:  # noqa: PLR2004 - the person and two letters
        stem = verb[1:]
        out |= {p + stem for p in _PERSONS} | {"س" + p + stem for p in _PERSONS}
        out |= {p + stem + e for p in "يت" for e in ("ون", "وا", "ان", "ه", "ها", "هم")}
    return out - {form}


def ordinary(forms: Counter[str], after_name: Counter[str]) -> list[str]:
    """The ordinary forms, sorted."""
    given = given_names("ar")
    return sorted(
        form
        for form, n in forms.items()
        if n >= LEAST
        and _ARABIC.match(form)
        and form not in given
        and after_name[form] <= NAME_SHARE * n
        and sum(forms[f] >= LEAST for f in family(form)) >= RELATED
    )


if __name__ == "__main__":
    words = ordinary(*count(Path(sys.argv[1])))
    TARGET.write_text("\n".join(words) + "\n", encoding="utf-8")
    print(f"{len(words)} words -> {TARGET}")
