"""The rules that find human and material losses; each example marks in [brackets] the words that carry a fact."""

from hudna.reading.rule import Rule

RULES = (
    Rule(
        "casualty.noun",
        "A verbal noun with those whom it befell.",
        "أدى القصف إلى [مقتل ثلاثة جنود] و[إصابة خمسة آخرين].",
    ),
    Rule("casualty.verb", "A verb with those whom it befell behind it.", "[قتل سبعة مدنيين] في غارة على سوق المدينة."),
    Rule(
        "casualty.subject",
        "Those whom it befell stand before the verb.",
        "وقال مصدر طبي إن [أربعة أشخاص قتلوا] في الانفجار.",
    ),
    Rule(
        "casualty.agent",
        "The doer stands between the verb and those whom it befell.",
        "[أسرت القوات السودانية ثلاثة مسلحين] قرب الحدود.",
    ),
    Rule(
        "casualty.fallen",
        "A counted noun that says what befell them.",
        "وارتفع الدخان بعد هجوم [أوقع 12 قتيلا] في العاصمة.",
    ),
    Rule(
        "casualty.carried",
        "A plain noun for the fallen under a verb that brings them.",
        "وأسفرت المعارك عن [سقوط قتلى] و[جرحى].",
    ),
    Rule("casualty.toll", "A running total.", "وارتفعت [حصيلة القتلى إلى 43 مدنيا] منذ بدء الحملة."),
    Rule(
        "casualty.joined",
        "What «و» joins to a group shares what befell it.",
        "أعلنت الوزارة [مقتل 12 جنديا] و[ضابط واحد].",
    ),
    Rule(
        "casualty.breakdown",
        "A dash opens the parts of a figure.",
        "أسفرت المعارك عن [سقوط 28 قتيلا] - [17 متمردا] و[11 جنديا] - في يومين.",
    ),
    Rule("casualty.part", "A counted part of those told before.", "[قتل تسعة أشخاص] بينهم [طفلان] في القصف."),
    Rule("casualty.of-them", "Some of those told before.", "[قتل 13 جنديا]، [ثلاثة منهم] في كمين."),
    Rule(
        "loss.noun",
        "A verbal noun of destruction, downing or capture with things.",
        "أعلن الجيش [تدمير أربع دبابات] و[مدرعتين] في المعركة.",
    ),
    Rule("loss.verb", "The same with a verb.", "[أحرق المسلحون ست سيارات] في القرية."),
)
