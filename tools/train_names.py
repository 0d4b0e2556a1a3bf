"""Train the tagger of names: src/hudna/lexicon/ar/names/tagger.tsv.

    python tools/train_names.py CORPUS.jsonl.gz --gold DEV --ner NESTED.txt [--without TEXTS ...]

CORPUS holds one article a line with the fields «title» and «body»; DEV is a folder of annotated reports (<id>.json,
texts/<id>.txt, index.jsonl), NESTED a file of tokens with nested labels, of which the outermost of PERS, ORG, GPE, LOC
and FAC counts; TEXTS are folders of texts whose near copies in the corpus are left out. Needs python-crfsuite; the
reader does not.

What it learns from:
1. Reports with gold names, read by lexicon and patterns; what these found is shown to the model as known.
2. Corpus articles on public affairs, read likewise. Some of the names found are hidden, all mentions of one name in an
   article together and mostly with their words taken out of the word lists, and the model learns to find them again:
   that is how a name looks that lexicon and patterns miss.

The same input gives the same bytes: what is hidden is drawn by checksum, sums are rounded to hundredths.
"""

import argparse
import gzip
import json
import re
import tempfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from multiprocessing import Pool
from pathlib import Path

import pycrfsuite

from hudna.lexicon import load
from hudna.lexicon.nameword import name_words
from hudna.reading.coreference import Casting
from hudna.reading.furniture import find_furniture
from hudna.reading.mentions import open_scene, scan, with_appositions
from hudna.reading.name_features import PAD, features, windows, word_classes
from hudna.reading.page import open_page
from hudna.reading.scene import is_country
from hudna.text import Document

TARGET = Path(__file__).parent.parent / "src/hudna/lexicon/ar/names/tagger.tsv"
OUTERMOST = {"PERS": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "FAC"}
TYPES = ("PER", "LOC")
HIDDEN = {"PER": 60, "LOC": 60}  # of a hundred names of a type, those hidden
UNLISTED = 40  # of a hundred hidden names, those whose words are taken out of the lists
COPIES = 5  # of reports with gold names, each with other names hidden
SHARE = 15  # of a hundred articles, those read, spread over the corpus
LONGEST = 8000  # letters
OFFICES, REPORTS = 3, 2  # words of offices and reporting verbs that an article on public affairs has
SHARED = 0.1  # of the runs of four words, above which an article is a copy of a text left out
PARAMETERS = {"c1": 0.1, "c2": 0.01, "max_iterations": 80, "feature.minfreq": 2, "feature.possible_transitions": True}

Spans = list[tuple[int, int, str]]


@dataclass(slots=True)
class Word:
    """A token with what was found on it.

    Attributes:
        form: its normalised form.
        code: its class, see WordClasses.
        label: «O», «B-PER», «C-PER», «I-PER» …
        entity: the entity of the mention that lexicon and patterns found here, "" for none.
        shown: the type of that mention where the model shall see it as known, "" where it has to find it.

    """

    form: str
    code: str
    label: str
    entity: str = ""
    shown: str = ""


Sentence = list[Word]
Report = tuple[str, list[Sentence]]


def read_report(name: str, text: str, gold: Spans | None = None) -> Report:
    """A report with the names of lexicon and patterns, and gold labels (offsets, type) on all else if there are any."""
    page = open_page(Document(name, text, title=text.split("\n", 1)[0]), load("ar"))
    page = replace(page, furniture=find_furniture(page))
    scene = open_scene(page)
    casting = Casting(scene, *with_appositions(scene, *scan(scene)))
    classes = word_classes("ar")
    words = [Word(t.form, classes.of(scene, k), "O") for k, t in enumerate(page.tokens)]
    for start, end, kind in gold or ():
        held = [k for k, t in enumerate(page.tokens) if t.span.start < end and t.span.end > start]
        if held and all(words[k].label == "O" for k in held):
            _label(words, held[0], held[-1] + 1, kind, cut=page.tokens[held[0]].span.start < start)
    for f, entity in zip(casting.found, casting.ids, strict=True):
        if gold is None:
            _label(words, f.first, f.last, f.type, cut=bool(f.cut))
        if f.rule == "mention.family-name":
            continue  # at reading time short names are looked for after the model has had its say
        for k in range(f.first, f.last):
            words[k].entity, words[k].shown = "" if is_country(entity) else entity, f.type
    return name, [words[s.first : s.last] for n, s in enumerate(page.sentences) if n not in page.furniture]


def _label(words: list[Word], first: int, last: int, kind: str, *, cut: bool) -> None:
    if kind in TYPES:
        for k in range(first, last):
            words[k].label = ("I-" if k > first else "C-" if cut else "B-") + kind


def _chance(*key: object) -> int:
    """A number below a hundred that depends on the key alone."""
    return zlib.crc32(" ".join(map(str, key)).encode()) % 100


def rows(report: Report, copy: int) -> Iterator[tuple[list[str], list[str], list[str]]]:
    """Padded forms, classes and labels of each sentence, with some names of the report hidden."""
    name, sentences = report
    unlisted = word_classes("ar").unlisted
    pad, edge = [""] * PAD, ["-"] * PAD
    for sentence in sentences:
        forms, classes, labels = list(pad), list(edge), list(edge)
        for word in sentence:
            hidden = word.entity and _chance(name, copy, word.entity) < HIDDEN.get(word.shown, 0)
            if word.shown and not hidden:
                forms.append("")
                classes.append("K" + word.shown)
                labels.append("O")
                continue
            listed = not hidden or _chance("lists", name, copy, word.entity) >= UNLISTED
            forms.append(word.form)
            classes.append(word.code if listed or not word.form.isalpha() else unlisted(word.form))
            labels.append(word.label)
        yield forms + pad, classes + edge, labels + edge


def sequences(reports: Iterable[Report], copies: int) -> Iterator[tuple[list[list[str]], list[str]]]:
    """What the model is trained on: features and labels of the windows that it sees at reading time."""
    for report in reports:
        for copy in range(copies):
            for forms, classes, labels in rows(report, copy):
                for first, last in windows(classes):
                    yield [features(forms, classes, n) for n in range(first, last)], _whole(labels[first:last])


def _whole(labels: list[str]) -> list[str]:
    """Labels of a window without names that begin before it."""
    out: list[str] = []
    for label in labels:
        goes_on = bool(out) and out[-1][2:] == label[2:]
        out.append("B-" + label[2:] if label[0] == "I" and not out else label if label[0] != "I" or goes_on else "O")
    return out


def train(reports: list[Report], gold: list[Report], file: Path) -> None:
    """Train a model on corpus and gold and write it to ``file``, in the format of crfsuite."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=PARAMETERS, verbose=False)
    words = 0
    for copies, part in ((1, reports), (COPIES, gold)):
        for x, y in sequences(part, copies):
            trainer.append(x, y)
            words += len(y)
    trainer.train(str(file))
    print(f"trained on {words} words in windows")


def gold_reports(folder: Path) -> Iterator[tuple[str, str, Spans]]:
    """Name, text and names of annotated reports."""
    for line in (folder / "index.jsonl").read_text(encoding="utf-8").splitlines():
        name = json.loads(line)["id"]
        text = (folder / "texts" / f"{name}.txt").read_bytes().decode()
        gold = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        kinds = {e["id"]: e["type"] for e in gold["entities"]}
        found: Spans = []
        for m in gold["mentions"]:
            start = -1
            for _ in range(m.get("occ", 0) + 1):
                start = text.find(m["text"], start + 1)
            found.append((start, start + len(m["text"]), kinds[m["entity"]]))
        yield name, text, sorted(found, key=lambda x: (x[0], -x[1]))


def nested_reports(file: Path) -> Iterator[tuple[str, str, Spans]]:
    """Name, text and outermost names of sentences with nested labels; they stand alone, so each is a report."""
    for number, block in enumerate(file.read_text(encoding="utf-8").split("\n\n")):
        text, kept = "", ""
        found: Spans = []
        for line in block.splitlines():
            form, *labels = line.split()
            begun = next((x[2:] for x in labels if x[0] == "B" and x[2:] in OUTERMOST), "")
            if kept and "I-" + kept in labels:
                found[-1] = (found[-1][0], len(text) + len(form), found[-1][2])
            elif begun:
                found.append((len(text), len(text) + len(form), OUTERMOST[begun]))
            kept = kept if kept and "I-" + kept in labels else begun
            text += form + " "
        yield f"{file.stem}{number}", text, found


def corpus_reports(corpus: Path, without: list[Path]) -> Iterator[tuple[str, str, None]]:
    """Name and text of some articles on public affairs."""
    texts = (file.read_text(encoding="utf-8") for folder in without for file in folder.glob("*.txt"))
    barred = {run for text in texts for run in _runs(text)}
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if _chance(number) >= SHARE:
                continue
            article = json.loads(line)
            text = f"{article['title'] or ''}\n{article['body'] or ''}"
            if len(text) > LONGEST or not _is_public(text):
                continue
            runs = _runs(text)
            if len(runs & barred) <= SHARED * len(runs):
                yield f"c{number}", text, None


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return {tuple(words[n : n + 4]) for n in range(len(words) - 3)}


def _is_public(text: str) -> bool:
    lexicon = load("ar")
    layers: Counter[str] = Counter()
    for form in re.findall(r"[\u0621-\u064a]+", text):
        layers.update({s.entry.layer for s in lexicon.senses(form)})
    return layers["role"] >= OFFICES and layers["reporting"] >= REPORTS


def write(file: Path, target: Path) -> None:
    """The weights of a model of crfsuite as whole hundredths."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(file))
    info = tagger.info()
    labels = ["O", *sorted(label for label in info.labels if label != "O")]
    found: dict[str, list[str]] = {}
    for mark, table in ((">", info.transitions), ("", info.state_features)):
        for (key, label), weight in sorted(table.items()):
            feature = f">{labels.index(key)}" if mark else key
            if round(100 * weight):
                found.setdefault(feature, []).append(f"{labels.index(label)}:{round(100 * weight)}")
    lines = ["\t".join(labels), *("\t".join([feature, *found[feature]]) for feature in sorted(found))]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(found)} features, {target.stat().st_size // 1000} kB -> {target}")


def main() -> None:
    """Read, train, write."""
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--ner", type=Path, nargs="+", required=True)
    parser.add_argument("--without", type=Path, nargs="*", default=[])
    parser.add_argument("--out", type=Path, default=TARGET)
    told = parser.parse_args()
    name_words("ar")
    with Pool(2) as pool:
        corpus = pool.starmap(read_report, corpus_reports(told.corpus, told.without), chunksize=20)
        gold = pool.starmap(read_report, [*gold_reports(told.gold), *(r for f in told.ner for r in nested_reports(f))])
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "model"
        train(corpus, gold, model)
        write(model, told.out)


if __name__ == "__main__":
    main()
