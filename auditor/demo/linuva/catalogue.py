"""What Linuva sews."""

from __future__ import annotations

from dataclasses import dataclass

SIZES = ("S", "M", "L", "XL")


@dataclass(frozen=True, kw_only=True)
class Garment:
    """One piece of the collection."""

    number: int
    """Stands in the address."""
    slug: str
    name: str
    kind: str
    """Slug of the category."""
    cents: int
    text: str
    missing: tuple[str, ...] = ()
    """Sizes that are sold out."""

    @property
    def key(self) -> str:
        """The piece as it stands in addresses and carts."""
        return f"{self.number}-{self.slug}"

    @property
    def price(self) -> str:
        """The price as printed."""
        return euro(self.cents)

    @property
    def is_sold_out(self) -> bool:
        """Whether no size is left."""
        return set(self.missing) >= set(SIZES)


def euro(cents: int) -> str:
    """`4,49 €`."""
    return f"{cents // 100},{cents % 100:02d} €"


KINDS = {
    "sukneles": "Suknelės",
    "marskiniai": "Marškiniai",
    "kelnes-sijonai": "Kelnės ir sijonai",
    "namu-drabuziai": "Namų drabužiai",
    "svarkai": "Švarkai",
}

GARMENTS: tuple[Garment, ...] = (
    Garment(
        number=11,
        slug="suknele-rasa",
        name="Lininė suknelė „Rasa“",
        kind="sukneles",
        cents=7900,
        missing=("XL",),
        text="Laisvo kirpimo suknelė su kišenėmis šonuose. Minkštintas linas beveik nesiglamžo.",
    ),
    Garment(
        number=12,
        slug="suknele-ausra",
        name="Lininė suknelė „Aušra“",
        kind="sukneles",
        cents=8900,
        missing=("S",),
        text="Iki kulkšnių, su dirželiu per liemenį. Tinka ir į šventę, ir prie jūros.",
    ),
    Garment(
        number=13,
        slug="suknele-migle",
        name="Lininė suknelė „Miglė“",
        kind="sukneles",
        cents=7400,
        missing=("L",),
        text="Trumpomis rankovėmis, iki kelių. Paprasta suknelė kasdienai, kurią vilkėsite visą vasarą.",
    ),
    Garment(
        number=21,
        slug="marskiniai-jonas",
        name="Vyriški marškiniai „Jonas“",
        kind="marskiniai",
        cents=5900,
        missing=("S",),
        text="Klasikinė apykaklė, kokoso sagos, patogus kirpimas. Gerai atrodo ir nelyginti.",
    ),
    Garment(
        number=22,
        slug="marskiniai-egle",
        name="Moteriški marškiniai „Eglė“",
        kind="marskiniai",
        cents=5600,
        missing=("XL",),
        text="Pailginta nugara ir plačios rankovės. Plono lino audinys puikiai praleidžia orą.",
    ),
    Garment(
        number=23,
        slug="palaidine-smilte",
        name="Lininė palaidinė „Smiltė“",
        kind="marskiniai",
        cents=4900,
        missing=("M",),
        text="Be rankovių, su nedidele iškirpte. Lengva derinti su kelnėmis ir sijonais.",
    ),
    Garment(
        number=31,
        slug="kelnes-upe",
        name="Moteriškos kelnės „Upė“",
        kind="kelnes-sijonai",
        cents=6400,
        missing=("L",),
        text="Plačios kelnės su guma juosmenyje ir dviem giliomis kišenėmis.",
    ),
    Garment(
        number=32,
        slug="kelnes-kopa",
        name="Vyriškos kelnės „Kopa“",
        kind="kelnes-sijonai",
        cents=6200,
        missing=("S",),
        text="Tiesaus kirpimo kelnės iš tvirtesnio lino, juosmuo suveržiamas raišteliu.",
    ),
    Garment(
        number=33,
        slug="sijonas-banga",
        name="Lininis sijonas „Banga“",
        kind="kelnes-sijonai",
        cents=5800,
        missing=("XL",),
        text="Iki blauzdų, su klostėmis priekyje. Juda kartu su jumis.",
    ),
    Garment(
        number=41,
        slug="chalatas-rytas",
        name="Lininis chalatas „Rytas“",
        kind="namu-drabuziai",
        cents=8400,
        missing=("M",),
        text="Vaflinio audimo chalatas, kuris greitai sugeria drėgmę ir dar greičiau išdžiūsta.",
    ),
    Garment(
        number=42,
        slug="pizama-sapnas",
        name="Lininė pižama „Sapnas“",
        kind="namu-drabuziai",
        cents=7200,
        missing=("L",),
        text="Marškinėliai ir šortai ramioms naktims: linas vėsina vasarą ir šildo žiemą.",
    ),
    Garment(
        number=51,
        slug="svarkas-nida",
        name="Lininis švarkas „Nida“",
        kind="svarkai",
        cents=9800,
        missing=("XL",),
        text="Lengvas švarkas be pamušalo, dvi kišenės su atvartais. Vienodai tinka darbui ir kelionei.",
    ),
    Garment(
        number=52,
        slug="liemene-azuolas",
        name="Lininė liemenė „Ąžuolas“",
        kind="svarkai",
        cents=6900,
        missing=SIZES,
        text="Prie kūno priglundanti liemenė su medinėmis sagomis. Siuvama po penkias dešimtis vienetų.",
    ),
)

BY_KEY = {garment.key: garment for garment in GARMENTS}
