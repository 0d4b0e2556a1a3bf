"""The rules that find mentions: the example of each has in [brackets] what that rule finds in it."""

from hudna.reading.rule import Rule

RULES = (
    Rule("mention.lexicon", "A name that the lexicon has.", "وصل الوفد إلى [تركيا] بعد جولة في المنطقة."),
    Rule(
        "mention.role-name",
        "The name after an office, a rank or a form of address.",
        "قال وزير الدفاع الأذربيجاني [راميل كاسيموف] إن المعارك مستمرة.",
    ),
    Rule(
        "mention.person-name",
        "Two or more words that are names and nothing else.",
        "ونقلت الصحيفة عن [خالد العمراوي] أن المفاوضات تعثرت.",
    ),
    Rule(
        "mention.family-name",
        "A family name whose full name the document has elsewhere.",
        "قال العقيد تيمور كاسيموف إن الهدنة صامدة. وأضاف [كاسيموف] أن المراقبين وصلوا.",
    ),
    Rule(
        "mention.head-noun",
        "A body told by its head noun and its state or topic.",
        "أعلن [الجيش الأوكراني] أن الهجوم توقف.",
    ),
    Rule(
        "mention.named-body",
        "A body told by its head noun and a proper name or number.",
        'سيطرت [كتيبة "أسود الوادي"] على الجسر.',
    ),
    Rule(
        "mention.bare-body",
        "A definite head noun alone that denotes one body.",
        "قالت وزارة الدفاع الأرمينية إن القصف توقف. وأضافت [الوزارة] أن الهدوء عاد.",
    ),
    Rule(
        "mention.acronym",
        "Capital letters in brackets after the body they stand for.",
        "دعا الاتحاد الأوروبي ([EU]) إلى ضبط النفس.",
    ),
    Rule(
        "mention.place-head",
        "A place or facility told by the noun before it, and the places listed after it.",
        "قصفت الطائرات بلدة [قرنيشوك] ليلا.",
    ),
    Rule(
        "mention.place-line",
        "A border, front line or zone told by its own words.",
        "أغلقت [الحدود الأوغندية الرواندية] صباحا.",
    ),
    Rule(
        "mention.place-state",
        "A state told by its form of government and its adjective.",
        "عاد الوفد إلى [الجمهورية النمساوية] أمس.",
    ),
    Rule(
        "mention.realm",
        "A state called by its form of government alone, after one that the text names.",
        "وصل الوزير إلى المغرب صباحا. وقالت وكالة الأنباء إن [المملكة] ترحب بالمبادرة.",
    ),
    Rule(
        "mention.gazetteer",
        "A place of the world gazetteer after a preposition of place.",
        "عقد الاجتماع في [درسدن] الشهر الماضي.",
    ),
    Rule(
        "mention.tagger",
        "A name that neither list nor pattern has and the trained model finds.",
        "وأضافت [غريشانكوفا] أن السفينة غادرت.",
    ),
)
