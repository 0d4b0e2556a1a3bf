"""The rules that tell how far a truce has come; each example marks in [brackets] the truce as it is quoted."""

from hudna.reading.rule import Rule

RULES = (
    Rule("truce.demanded", "Somebody calls for it.", "دعا الأمين العام إلى [وقف فوري لإطلاق النار في السودان]."),
    Rule("truce.proposed", "Somebody proposes it.", "اقترحت مصر [هدنة لمدة ثلاثة أيام]."),
    Rule("truce.refused", "A side refuses it.", "رفضت الحركة [هدنة مؤقتة]."),
    Rule("truce.accepted", "A side accepts it.", "وافقت الحكومة على [هدنة لمدة أسبوع]."),
    Rule("truce.announced", "A side announces it, or it is agreed.", "أعلن الجيش [هدنة إنسانية لمدة 72 ساعة]."),
    Rule("truce.in-effect", "It has begun or holds.", "دخلت [الهدنة حيز التنفيذ]."),
    Rule("truce.extended", "It is extended.", "اتفق الطرفان على تمديد [الهدنة أسبوعا آخر]."),
    Rule("truce.violated", "A breach is told or alleged.", "اتهم الجيش المتمردين بخرق [الهدنة]."),
    Rule("truce.collapsed", "It broke down.", "انهارت [الهدنة بعد ساعات]."),
    Rule("truce.ended", "It ran out.", "انتهت [الهدنة مساء أمس]."),
)
