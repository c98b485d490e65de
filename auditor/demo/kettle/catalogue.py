"""What Kettle & Crumb sells."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Product:
    """One article of the range."""

    slug: str
    name: str
    category: str
    """Slug of the category."""
    pence: int
    stock: int
    """Pieces in the warehouse; 0 is sold out."""
    text: str
    details: tuple[str, ...]
    keywords: str = ""
    """Further words under which customers look for it."""
    rating: float = 4.5

    @property
    def price(self) -> str:
        """The price as printed."""
        return money(self.pence)

    @property
    def sku(self) -> str:
        """The article number."""
        return f"KC-{1000 + PRODUCTS.index(self)}"


def money(pence: int) -> str:
    """`£3.95`, and `Free` for nothing."""
    return f"£{pence / 100:,.2f}" if pence else "Free"


CATEGORIES = {
    "tea-and-coffee": "Tea & coffee",
    "baking": "Baking",
    "prep-and-storage": "Prep & storage",
    "kitchen-linen": "Kitchen linen",
}

PRODUCTS: tuple[Product, ...] = (
    Product(
        slug="stoneware-teapot",
        name="Stoneware Teapot",
        category="tea-and-coffee",
        pence=3400,
        stock=14,
        text="A round-bellied pot that pours without a drip and keeps four cups warm to the last.",
        details=("1.1 litre, four cups", "Reactive glaze, every pot differs a little", "Dishwasher safe"),
        keywords="tea pot ceramic brewing",
        rating=4.8,
    ),
    Product(
        slug="enamel-stovetop-kettle",
        name="Enamel Stovetop Kettle",
        category="tea-and-coffee",
        pence=4200,
        stock=9,
        text="A whistling kettle in thick enamel on steel, at home on gas, ceramic and induction hobs.",
        details=("2 litres", "Works on induction", "Heat-proof beech handle"),
        keywords="kettles whistling hob",
        rating=4.6,
    ),
    Product(
        slug="speckled-coffee-mug",
        name="Speckled Coffee Mug",
        category="tea-and-coffee",
        pence=1150,
        stock=62,
        text="A generous mug with a thumb-rest handle, thrown in small batches.",
        details=("350 ml", "Microwave and dishwasher safe", "Stoneware"),
        keywords="cup mugs cups",
        rating=4.9,
    ),
    Product(
        slug="glass-cafetiere",
        name="Glass Cafetière",
        category="tea-and-coffee",
        pence=2800,
        stock=21,
        text="Full-bodied coffee for a table of four, in borosilicate glass with a fine double mesh.",
        details=("1 litre, eight small cups", "Spare glass available", "Plunger comes apart for washing"),
        keywords="cafetiere french press coffee maker",
        rating=4.4,
    ),
    Product(
        slug="copper-tea-caddy",
        name="Copper Tea Caddy",
        category="tea-and-coffee",
        pence=1900,
        stock=17,
        text="An air-tight double lid keeps leaves fresh; the copper darkens beautifully with use.",
        details=("Holds 125 g of leaf tea", "Double lid", "Copper-plated steel"),
        keywords="tin storage leaves",
        rating=4.5,
    ),
    Product(
        slug="beech-rolling-pin",
        name="Beech Rolling Pin",
        category="baking",
        pence=1400,
        stock=33,
        text="A straight, heavy pin from one piece of beech, for pastry of an even thickness.",
        details=("46 cm long", "Oiled by hand", "Wipe clean"),
        keywords="pastry dough wooden",
        rating=4.7,
    ),
    Product(
        slug="two-pound-loaf-tin",
        name="Two Pound Loaf Tin",
        category="baking",
        pence=1250,
        stock=48,
        text="Folded, not pressed: a tin with square corners for decades of Sunday loaves.",
        details=("26 x 13 x 7 cm", "Carbon steel", "Non-stick without PFAS"),
        keywords="bread cake baking tin pan",
        rating=4.6,
    ),
    Product(
        slug="large-mixing-bowl",
        name="Large Mixing Bowl",
        category="baking",
        pence=2400,
        stock=12,
        text="The cane-coloured bowl of every good kitchen, wide enough for a double batch.",
        details=("29 cm across", "4 litres", "Glazed earthenware"),
        keywords="bowls dough earthenware",
        rating=4.8,
    ),
    Product(
        slug="balloon-whisk",
        name="Balloon Whisk",
        category="baking",
        pence=950,
        stock=71,
        text="Eleven springy wires and a handle that stays in a wet hand.",
        details=("28 cm", "Stainless steel and ash", "Dishwasher safe"),
        keywords="beater egg cream utensil",
        rating=4.3,
    ),
    Product(
        slug="domed-cake-stand",
        name="Domed Cake Stand",
        category="baking",
        pence=4600,
        stock=0,
        text="A footed stand with a hand-blown dome, for the cake that deserves to be looked at first.",
        details=("28 cm across", "Soda-lime glass", "Fits a 23 cm cake"),
        keywords="glass dome plate serving",
        rating=4.9,
    ),
    Product(
        slug="oak-chopping-board",
        name="Oak Chopping Board",
        category="prep-and-storage",
        pence=3200,
        stock=18,
        text="End-grain English oak that is kind to a knife's edge and heals its own scratches.",
        details=("40 x 28 x 3 cm", "Food-safe oil finish", "Juice groove on one side"),
        keywords="cutting wooden wood",
        rating=4.7,
    ),
    Product(
        slug="stoneware-bread-crock",
        name="Stoneware Bread Crock",
        category="prep-and-storage",
        pence=5400,
        stock=6,
        text="Cool stoneware and a wooden lid that doubles as a board: bread keeps for days.",
        details=("Holds a large tin loaf", "Ash lid", "34 x 22 x 20 cm"),
        keywords="bin storage bread box",
        rating=4.5,
    ),
    Product(
        slug="three-preserving-jars",
        name="Three Preserving Jars",
        category="prep-and-storage",
        pence=1500,
        stock=40,
        text="Clip-top jars with orange seals for jam, pickles and everything that used to live in packets.",
        details=("Set of three, 0.5, 0.75 and 1 litre", "Replaceable seals", "Boil-proof glass"),
        keywords="jar kilner glass storage",
        rating=4.6,
    ),
    Product(
        slug="paring-knife",
        name="Paring Knife",
        category="prep-and-storage",
        pence=1750,
        stock=25,
        text="A short, thin blade for everything you do in the hand. Sent to adults only.",
        details=("9 cm carbon steel blade", "Plum wood handle", "Sharpened in Sheffield"),
        keywords="knives cutting vegetable",
        rating=4.4,
    ),
    Product(
        slug="kitchen-scales",
        name="Kitchen Scales",
        category="prep-and-storage",
        pence=3800,
        stock=11,
        text="A mechanical balance with a big clear dial and no battery to run out.",
        details=("Up to 5 kg in 20 g steps", "Grams and ounces", "Removable steel pan"),
        keywords="scale weighing balance",
        rating=4.2,
    ),
    Product(
        slug="linen-apron",
        name="Linen Apron",
        category="kitchen-linen",
        pence=2900,
        stock=23,
        text="Cross-back straps, one deep pocket, and linen that gets better with every wash.",
        details=("One size, 85 cm long", "Washed European linen", "Machine wash at 40 degrees"),
        keywords="aprons pinny cooking",
        rating=4.7,
    ),
    Product(
        slug="waffle-tea-towels",
        name="Waffle Tea Towels",
        category="kitchen-linen",
        pence=1350,
        stock=54,
        text="Two thirsty waffle-weave towels that dry glasses without leaving a thread.",
        details=("Set of two, 50 x 70 cm", "Cotton and linen", "Machine wash at 60 degrees"),
        keywords="towel cloth cotton",
        rating=4.8,
    ),
    Product(
        slug="quilted-oven-gloves",
        name="Quilted Oven Gloves",
        category="kitchen-linen",
        pence=1800,
        stock=3,
        text="A double glove, thickly quilted, with a loop to hang it by the stove.",
        details=("80 cm long", "Heat-tested to 200 degrees", "Cotton"),
        keywords="mitt mitts oven",
        rating=4.5,
    ),
)

BY_SLUG = {product.slug: product for product in PRODUCTS}


def in_category(category: str) -> tuple[Product, ...]:
    """The products of a category, in the order of the range."""
    return tuple(product for product in PRODUCTS if product.category == category)
