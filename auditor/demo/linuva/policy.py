"""The returns policy of Linuva, which it hands out as a PDF."""

from __future__ import annotations

from functools import cache

from auditor.demo.pdf import write_pdf

_PARAGRAPHS = (
    "# 1. Teisė grąžinti prekes",
    "Prekes galite grąžinti per 14 dienų nuo jų gavimo dienos, nenurodydami priežasties. Prekės turi būti "
    "nedėvėtos, neskalbtos, su etiketėmis ir nesugadinta pakuote.",
    "Grąžinti negalima pagal individualų užsakymą pasiūtų drabužių.",
    "# 2. Kaip grąžinti",
    "Apie grąžinimą praneškite el. paštu info@linuva.example ir nurodykite užsakymo numerį. Per vieną darbo "
    "dieną atsakysime, kaip išsiųsti siuntą.",
    "Prekes supakuokite ir išsiųskite per paštomatą adresu: UAB „Linuva“, Linų g. 7, LT-44001 Kaunas.",
    "# 3. Grąžinimo išlaidos",
    "Grąžinimo išlaidas apmoka pirkėjas. Grąžinimas per paštomatą kainuoja 2,99 €.",
    "Jeigu prekė nekokybiška arba atsiuntėme ne tą prekę, grąžinimo išlaidas apmokame mes.",
    "# 4. Pinigų grąžinimas",
    "Pinigus grąžiname į tą pačią banko sąskaitą ne vėliau kaip per 10 dienų nuo grąžintų prekių gavimo.",
    "# 5. Dydžio keitimas",
    "Netiko dydis? Parašykite mums: jei kito dydžio turime, pakeisime. Siuntimo išlaidas apmoka pirkėjas.",
    "Klausimai: telefonas +370 600 00142, darbo dienomis.",
)


@cache
def returns_policy() -> bytes:
    """The document."""
    return write_pdf("Prekių grąžinimo taisyklės", _PARAGRAPHS)
