"""Write two lists of words from a corpus: src/hudna/lexicon/ar/name_parts.txt and ordinary.txt beside it.

    python tools/ordinary_words.py CORPUS.jsonl.gz

CORPUS holds one article a line with the fields «title» and «body». Only words go into the lists, no text. All forms
are normalised. Particles written onto a word are not stripped; the reader does that when it looks a word up.

Parts of names: a form without article that follows a title in the singular with the article («الرئيس», «العميد») in at
least TITLE_SHARE of its occurrences, then any form that follows those as often; three rounds. Words of the grammar,
verbs, adjectives of states, titles and adjectives with a frequent feminine form are left out.

Ordinary words: Arabic words inflect, names do not. A form is ordinary when it occurs at least LEAST times and RELATED
other forms of its family do: with and without the article, with attached pronouns, as plural, in another person of the
verb. Parts of names are left out, and so is what has such a family by chance («سمير», «سميرة») but stands where names
stand: a given name that another name follows in half of its occurrences, and a form that the lexicon does not know and
that often stands alone between a verb of speech and what is said («قال X إن»).
"""

import gzip
import json
import re
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

from hudna.lexicon import Lexicon, load
from hudna.lexicon.name_lists import given_names
from hudna.lexicon.nameword import name_words
from hudna.text import fold

LEAST = 4
RELATED = 1
TITLE_SHARE = 0.2
NAME_SHARE = 0.3
ROUNDS = 3
SURE = 2  # a given name with fewer related forms is sure to be one
FEMININE = 0.2  # frequency of the feminine form, as a share of the masculine, above which a form is an adjective
FOLDER = Path(__file__).parent.parent / "src/hudna/lexicon/ar"

_WORD = re.compile(r"[\u0621-\u064a]+|[^\s\u0621-\u064a]+")
_ARABIC = re.compile(r"[\u0621-\u064a]{2,}$")
_ENDINGS = ("ه", "ها", "هم", "هما", "نا", "ات", "ين", "ون", "ا", "ت", "وا", "ان", "تها", "ته", "تهم", "يه", "ي")
_PERSONS = "يتنا"

_SAID = frozenset({"ان", "انه", "انها", "انهم", "بان", ":", "«", '"', "“", "("})  # what follows one who speaks

GIVEN_LEAST = 10
GIVEN_SHARE = 0.5  # of the occurrences of a given name, those that another name follows
GIVEN_NAMED = 0.6  # and those that a name follows or stands before
SPEAKING_SHARE = 0.15  # of the occurrences of a form, those where it speaks alone
SPEAKING_NAMED = 0.4  # of those of a form that speaks alone but once, this and those behind names and titles
WORDS_TOO = frozenset(  # names that are words more often
    {"احسان", "انس", "جو", "حنان", "سعيد", "سليم", "طيب", "فاضل", "كمال", "نسيم", "نوال", "نقض"}
)

Pairs = Counter[tuple[str, str]]


def count(corpus: Path) -> tuple[Counter[str], Pairs, Counter[str]]:
    """How often each form occurs, each pair of forms in a row, and each form alone as one who speaks."""
    forms: Counter[str] = Counter()
    pairs: Pairs = Counter()
    speaking: Counter[str] = Counter()
    lexicon = load("ar")
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            for part in (article["title"], article["body"]):
                words = _WORD.findall(fold(part or ""))
                forms.update(words)
                pairs.update(pairwise(words))
                rows = zip(words, words[1:], words[2:], strict=False)
                speaking.update(b for a, b, c in rows if c in _SAID and _speaks(lexicon, a))
    return forms, pairs, speaking


def _speaks(lexicon: Lexicon, form: str) -> bool:
    """Whether a form is a verb of speech in the past behind which who speaks stands."""
    verbs = (s for s in lexicon.senses(form) if s.entry.layer == "reporting" and s.tense == "past" and s.person == "3")
    return any("that" in s.entry.get("takes", ()) and not s.pronoun and s.clitics in ("", "و") for s in verbs)


def name_parts(forms: Counter[str], pairs: Pairs) -> set[str]:
    """Forms that stand where names stand."""
    lexicon = load("ar")
    titles = {w for w, n in forms.items() if n >= LEAST and w.startswith("ال") and _is_title(lexicon, w)}
    sure = {
        w
        for w in given_names("ar")
        if _related(forms, w) < SURE and not w.startswith("ال") and _may_be_name(lexicon, forms, w)
    }
    after = _after(pairs, titles | sure)
    allowed = {w for w, n in after.items() if n >= LEAST and _may_be_name(lexicon, forms, w)}
    names = {w for w in allowed if not w.startswith("ال") and after[w] >= TITLE_SHARE * forms[w]}
    for _ in range(ROUNDS):
        after = _after(pairs, names | titles | sure)
        names |= {
            w for w, n in after.items() if n >= LEAST and n >= NAME_SHARE * forms[w] and _may_be_name(lexicon, forms, w)
        }
    return names


def _after(pairs: Pairs, before: set[str]) -> Counter[str]:
    out: Counter[str] = Counter()
    for (first, second), n in pairs.items():
        if first in before:
            out[second] += n
    return out


def _is_title(lexicon: Lexicon, form: str) -> bool:
    return any(
        s.entry.layer == "role" and s.definite and s.number == "sg" and not s.clitics for s in lexicon.senses(form)
    )


def _may_be_name(lexicon: Lexicon, forms: Counter[str], form: str) -> bool:
    words = name_words("ar")
    if not _ARABIC.match(form) or len(form) < 3 or form in words.function or form in words.qualifiers:  # noqa: PLR2004
        return False
    if form in WORDS_TOO or form.startswith("لل") or forms[form + "ه"] > FEMININE * forms[form]:
        return False
    if form[0] in "ولب" and forms[form[1:]] > forms[form]:
        return False  # a particle and a word
    women = ("f", "pl")  # «مولن»: news hardly ever has such a verb
    senses = (s for s in lexicon.senses(form) if s.pos != "verb" or (s.gender, s.number) != women)
    return not any(s.pos in ("verb", "nisba") or s.entry.layer == "role" for s in senses)


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


def named(forms: Counter[str], pairs: Pairs, speaking: Counter[str], parts: set[str]) -> set[str]:
    """Forms that inflect by chance and stand where names stand."""
    lexicon, words = load("ar"), name_words("ar")
    given = given_names("ar")
    followed, behind = Counter[str](), Counter[str]()
    for (first, second), n in pairs.items():
        if first in given and _continues(lexicon, second):
            followed[first] += n
        if second in given and (first in given or first in words.particles):
            behind[second] += n
    told = {w for w in given if forms[w] >= GIVEN_LEAST and followed[w] >= GIVEN_SHARE * forms[w]} - WORDS_TOO
    told = {w for w in told if followed[w] + behind[w] >= GIVEN_NAMED * forms[w]}
    after = _after(pairs, parts | {w for w in given if _related(forms, w) < SURE} | told)
    alone = {w for w, n in speaking.items() if n > 1 and n >= SPEAKING_SHARE * forms[w]}
    alone |= {w for w, n in speaking.items() if n == 1 and n + after[w] >= SPEAKING_NAMED * forms[w]}
    alone = {w for w in alone if _may_be_name(lexicon, forms, w) and not w.endswith(("ون", "هن"))}
    return {w for w in told | alone if not lexicon.senses(w) and not words.is_function(w)}


def _continues(lexicon: Lexicon, form: str) -> bool:
    """Whether a form goes on with a name that a given name begins."""
    words = name_words("ar")
    if form in words.given or form in words.particles:
        return True
    if form.startswith("ال"):
        return form.endswith("ي") and not lexicon.senses(form)
    return bool(_ARABIC.match(form)) and words.is_unknown(form)


def ordinary(forms: Counter[str], names: set[str]) -> set[str]:
    """Forms that inflect."""
    return {
        form
        for form, n in forms.items()
        if n >= LEAST and _ARABIC.match(form) and form not in names and _related(forms, form) >= RELATED
    }


def _related(forms: Counter[str], form: str) -> int:
    return sum(forms[f] >= LEAST for f in family(form))


if __name__ == "__main__":
    counted, paired, said = count(Path(sys.argv[1]))
    parts = name_parts(counted, paired)
    words_of_news = ordinary(counted, parts | named(counted, paired, said, parts))
    for name, words in (("name_parts.txt", parts), ("ordinary.txt", words_of_news)):
        (FOLDER / name).write_text("\n".join(sorted(words)) + "\n", encoding="utf-8")
        print(f"{len(words)} words -> {FOLDER / name}")
