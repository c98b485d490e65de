"""What Papierhain sells."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Article:
    """One article of the range."""

    slug: str
    name: str
    group: str
    """Slug of the group it is listed under."""
    cents: int
    text: str
    facts: tuple[str, ...]
    in_stock: bool = True
    stars: float = 4.7

    @property
    def price(self) -> str:
        """The price as printed."""
        return euro(self.cents)


def euro(cents: int) -> str:
    """`4,95 €`."""
    return f"{cents // 100},{cents % 100:02d} €"


GROUPS = {
    "notizbuecher": "Notizbücher",
    "schreiben": "Schreiben",
    "karten-papier": "Karten & Papier",
    "schreibtisch": "Schreibtisch",
}

ARTICLES: tuple[Article, ...] = (
    Article(
        slug="notizbuch-birke",
        name="Notizbuch Birke A5",
        group="notizbuecher",
        cents=1690,
        text="Fadengeheftet, liegt flach auf und nimmt Tinte, ohne durchzuschlagen. Liniert, mit Leseband.",
        facts=("192 Seiten, liniert", "90 g/m² Naturpapier", "Leinenrücken, in Deutschland gebunden"),
        stars=4.9,
    ),
    Article(
        slug="notizbuch-moos",
        name="Notizbuch Moos A5",
        group="notizbuecher",
        cents=1690,
        text="Unser Notizbuch für alle, die in Kästchen denken: kariert, mit Falttasche im hinteren Deckel.",
        facts=("192 Seiten, kariert", "90 g/m² Naturpapier", "Gummiband und Leseband"),
    ),
    Article(
        slug="skizzenbuch-kiefer",
        name="Skizzenbuch Kiefer A4",
        group="notizbuecher",
        cents=2450,
        text="Kräftiges, leicht raues Papier für Bleistift, Kohle und einen beherzten Aquarellstrich.",
        facts=("96 Seiten, blanko", "150 g/m²", "Spiralbindung aus Draht"),
        stars=4.6,
    ),
    Article(
        slug="taschenhefte-farn",
        name="Taschenhefte Farn im Dreierset",
        group="notizbuecher",
        cents=1290,
        text="Drei schmale Hefte für Jackentasche und Küchentisch, je eines liniert, kariert und blanko.",
        facts=("3 Hefte, je 48 Seiten", "9 x 14 cm", "Recyclingpapier mit Blauem Engel"),
        stars=4.8,
    ),
    Article(
        slug="fuellfederhalter-ahorn",
        name="Füllfederhalter Ahorn",
        group="schreiben",
        cents=4800,
        text="Gedrechselt aus einem Stück Ahorn, mit einer Stahlfeder, die sich Ihrer Hand anpasst.",
        facts=("Federbreite M", "Patrone oder Konverter", "Geliefert im Holzetui"),
        stars=4.9,
    ),
    Article(
        slug="druckbleistift-messing",
        name="Druckbleistift Messing",
        group="schreiben",
        cents=2900,
        text="Schwer genug, um ruhig zu führen, und mit den Jahren schöner als am ersten Tag.",
        facts=("Minenstärke 0,7 mm", "Massives Messing", "Mit sechs Ersatzminen"),
        stars=4.5,
    ),
    Article(
        slug="tinte-waldsee",
        name="Tinte Waldsee",
        group="schreiben",
        cents=1450,
        text="Ein tiefes Blaugrün, das beim Trocknen eine Spur heller wird. Für alle Füller geeignet.",
        facts=("50 ml im Glas", "Auswaschbar", "Ohne tierische Bestandteile"),
    ),
    Article(
        slug="buntstifte-lichtung",
        name="Buntstifte Lichtung",
        group="schreiben",
        cents=1990,
        text="Zwölf weiche Farben aus dem Wald, vom ersten Grün bis zum letzten Laub.",
        facts=("12 Farben", "Zedernholz, unlackiert", "Minen bruchfest verleimt"),
        stars=4.8,
    ),
    Article(
        slug="klappkarten-herbstlaub",
        name="Klappkarten Herbstlaub",
        group="karten-papier",
        cents=1590,
        text="Acht Karten mit gedruckten Blättern, dazu Umschläge aus ungebleichtem Papier.",
        facts=("8 Karten, 8 Umschläge", "A6, innen blanko", "Gedruckt mit Pflanzenfarben"),
    ),
    Article(
        slug="briefpapier-nebel",
        name="Briefpapier Nebel",
        group="karten-papier",
        cents=1350,
        text="Zartgraue Bögen mit Wasserzeichen für Briefe, die aufgehoben werden.",
        facts=("40 Blatt A5", "100 g/m², gerippt", "Passende Umschläge erhältlich"),
        stars=4.6,
    ),
    Article(
        slug="klebeband-beeren",
        name="Klebeband Beeren im Viererset",
        group="karten-papier",
        cents=1190,
        text="Vier Rollen aus Reispapier, die haften und sich trotzdem wieder lösen lassen.",
        facts=("4 Rollen zu 10 m", "15 mm breit", "Mit der Hand reißbar"),
        stars=4.4,
    ),
    Article(
        slug="geschenkpapier-tannen",
        name="Geschenkpapier Tannen",
        group="karten-papier",
        cents=990,
        text="Fünf große Bögen, beidseitig bedruckt, aus reinem Altpapier.",
        facts=("5 Bögen, 50 x 70 cm", "Recyclingpapier", "Lässt sich sauber falten"),
        in_stock=False,
    ),
    Article(
        slug="wochenplaner-nordlicht",
        name="Wochenplaner Nordlicht",
        group="schreibtisch",
        cents=1490,
        text="Ein Abreißblock für die Woche: links die Tage, rechts alles, was nicht vergessen werden soll.",
        facts=("52 Blatt A4 quer", "Ohne Datum", "Feste Rückpappe"),
    ),
    Article(
        slug="stiftebecher-eiche",
        name="Stiftebecher Eiche",
        group="schreibtisch",
        cents=2700,
        text="Gedrechselt aus heimischer Eiche und geölt; mit einem Boden aus Kork, der nichts verkratzt.",
        facts=("9 cm Durchmesser, 11 cm hoch", "Jedes Stück anders gemasert", "Geölt"),
        in_stock=False,
        stars=4.9,
    ),
    Article(
        slug="schreibunterlage-filz",
        name="Schreibunterlage Filz",
        group="schreibtisch",
        cents=3900,
        text="Vier Millimeter Wollfilz geben dem Schreibtisch Wärme und dem Stift den richtigen Widerstand.",
        facts=("60 x 40 cm", "Reine Schurwolle", "Unterseite rutschfest"),
        stars=4.7,
    ),
    Article(
        slug="wandkalender-jahreszeiten",
        name="Wandkalender Jahreszeiten",
        group="schreibtisch",
        cents=2200,
        text="Zwölf Holzschnitte einer Künstlerin aus der Lüneburger Heide, von Hand nachgedruckt.",
        facts=("A3 hoch", "Mit Feiertagen aller Bundesländer", "Gelocht, mit Holzleiste"),
        stars=4.8,
    ),
)

BY_SLUG = {article.slug: article for article in ARTICLES}

REVIEWS = (
    ("Sabine K.", 5, "Wunderbares Papier, der Füller gleitet förmlich. Kommt wieder in den Korb."),
    ("Jens aus Kiel", 5, "Sehr sorgfältig verpackt und nach zwei Tagen da. Genau wie beschrieben."),
    ("M. Petersen", 5, "Schlicht, schön, gut gemacht. Ein Geschenk, über das sich alle freuen."),
    ("Lena W.", 4, "Haptik und Farbe sind toll. Ein Stern Abzug, weil das Etikett schwer abging."),
)
