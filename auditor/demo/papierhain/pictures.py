"""Draws the articles of Papierhain."""

from __future__ import annotations


def _book(cover: str, spine: str, mark: str, motif: str) -> str:
    return (
        f'<g transform="rotate(-7 240 160)"><path d="M176 52h146v214h-146z" fill="#fffdf6"/>'
        f'<path d="M166 46h146q6 0 6 6v204q0 6-6 6h-146z" fill="{cover}"/><path d="M158 46h22v216h-22z" fill="{spine}"/>'
        f'<path d="M280 46h10v232l-5-8-5 8z" fill="{mark}"/>{motif}</g>'
    )


def _pencils() -> str:
    colours = ("#d8b13c", "#8fae4f", "#4f8a4a", "#2f6b58", "#33708e", "#4d5a94", "#7b4a7f", "#b0475d", "#cb6a3c")
    return "".join(
        f'<g transform="translate({104 + 30 * i} {60 + 9 * (i % 3)})"><path d="M0 34h22v160h-22z" fill="{c}"/>'
        f'<path d="M0 34l11-34 11 34z" fill="#e6c79c"/><path d="M7 12l4-12 4 12z" fill="{c}"/></g>'
        for i, c in enumerate(colours)
    )


_LEAF = '<path d="M{x} {y}q26-34 52 0q-26 34-52 0z" fill="{c}"/><path d="M{x} {y}h52" stroke="#0003" stroke-width="2"/>'


def _leaves(*spots: tuple[int, int, str]) -> str:
    return "".join(_LEAF.format(x=x, y=y, c=c) for x, y, c in spots)


_TREE = '<path d="M{x} {y}l20 40h-12l16 32h-48l16-32h-12z" fill="{c}"/>'


def _trees(*spots: tuple[int, int, str]) -> str:
    return "".join(_TREE.format(x=x, y=y, c=c) for x, y, c in spots)


_SHAPES = {
    "notizbuch-birke": _book(
        "#efe9dc", "#c9bfa9", "#b65a3c",
        '<path d="M206 84h44M232 108h60M200 140h36M250 168h48M210 200h50M226 228h64" stroke="#6b6355" stroke-width="5"/>',
    ),
    "notizbuch-moos": _book("#5f7a4c", "#465c37", "#e2c15a", _leaves((204, 120, "#8fae4f"), (244, 156, "#7d9c5f"), (208, 196, "#a9c07c"))),
    "skizzenbuch-kiefer": (
        '<path d="M150 40h190v240h-190z" fill="#b98a56"/><path d="M158 40h190v240h-190z" fill="#a67845"/>'
        + "".join(f'<circle cx="154" cy="{58 + 22 * i}" r="8" fill="none" stroke="#555" stroke-width="3"/>' for i in range(10))
        + _trees((230, 100, "#7d5530"), (280, 130, "#8a6238"), (252, 170, "#6d4927"))
    ),
    "taschenhefte-farn": "".join(
        f'<g transform="rotate({a} 240 300)"><rect x="180" y="70" width="118" height="190" rx="4" fill="{c}"/><rect x="200" y="100" width="78" height="30" fill="#fffdf6"/></g>'
        for a, c in ((-14, "#9db98a"), (0, "#6f9460"), (14, "#47693f"))
    ),
    "fuellfederhalter-ahorn": (
        '<g transform="rotate(-24 240 160)"><rect x="80" y="142" width="220" height="38" rx="16" fill="#d9a766"/>'
        '<path d="M80 150q110-10 220 4" stroke="#c08c4a" stroke-width="3" fill="none"/><rect x="292" y="144" width="20" height="34" fill="#c9a227"/>'
        '<path d="M312 146h34l52 15-52 15h-34z" fill="#3a3a3a"/><path d="M346 150l56 11-56 11z" fill="#c9ced2"/><rect x="120" y="134" width="90" height="7" rx="3" fill="#c9a227"/></g>'
    ),
    "druckbleistift-messing": (
        '<g transform="rotate(-30 240 160)"><rect x="90" y="146" width="236" height="28" rx="5" fill="#cda349"/><rect x="90" y="146" width="236" height="9" fill="#e2c272"/>'
        '<path d="M326 146l52 12v4l-52 12z" fill="#b58a34"/><path d="M378 158h18v4h-18z" fill="#333"/><rect x="68" y="150" width="24" height="20" rx="4" fill="#a97f2c"/>'
        '<rect x="110" y="138" width="80" height="7" fill="#b58a34"/></g>'
    ),
    "tinte-waldsee": (
        '<rect x="206" y="52" width="68" height="46" rx="6" fill="#2c2c2c"/><path d="M170 112q0-14 14-14h112q14 0 14 14v136q0 18-18 18h-104q-18 0-18-18z" fill="#dfeaea"/>'
        '<path d="M178 150h124v98q0 10-10 10h-104q-10 0-10-10z" fill="#1f6467"/><rect x="194" y="176" width="92" height="54" fill="#fffdf6"/>'
        '<path d="M206 214q14-26 30-8t38-12" stroke="#1f6467" stroke-width="4" fill="none"/>'
    ),
    "buntstifte-lichtung": _pencils(),
    "klappkarten-herbstlaub": (
        '<rect x="112" y="110" width="200" height="136" fill="#d9c8a8"/><path d="M112 110l100 74 100-74" fill="none" stroke="#bda982" stroke-width="4"/>'
        '<rect x="196" y="66" width="180" height="128" fill="#fffdf6"/>' + _leaves((214, 110, "#c9772f"), (268, 126, "#a8452c"), (312, 104, "#d9a33c"), (240, 158, "#8a5a2b"))
    ),
    "briefpapier-nebel": (
        '<rect x="148" y="64" width="164" height="220" fill="#d5dade" transform="rotate(-6 230 170)"/><rect x="162" y="54" width="164" height="220" fill="#eceff1"/>'
        '<path d="M184 96h90M184 124h120M184 146h120M184 168h96" stroke="#aab3ba" stroke-width="4"/><path d="M250 226q20-26 34-4t22-12" stroke="#5b6b78" stroke-width="3" fill="none"/>'
    ),
    "klebeband-beeren": "".join(
        f'<circle cx="{x}" cy="{y}" r="52" fill="{c}"/><circle cx="{x}" cy="{y}" r="26" fill="#f1ece2"/><circle cx="{x}" cy="{y}" r="26" fill="none" stroke="#c9b998" stroke-width="5"/>'
        for x, y, c in ((172, 116, "#8e2f4f"), (290, 110, "#4d3f77"), (190, 222, "#c2536b"), (308, 216, "#6f8f58"))
    ),
    "geschenkpapier-tannen": (
        '<path d="M120 80h240v190h-240z" fill="#e9e2cf"/>' + _trees(*((140 + 52 * (i % 5), 92 + 62 * (i // 5), ("#2f5d4a", "#7c9a6c")[i % 2]) for i in range(15)))
        + '<path d="M360 80q28 6 28 24v170q0-12-28-4z" fill="#cfc5a9"/>'
    ),
    "wochenplaner-nordlicht": (
        '<rect x="90" y="74" width="300" height="196" fill="#fffdf6"/><rect x="90" y="74" width="300" height="26" fill="#2e5c63"/>'
        + "".join(f'<path d="M104 {126 + 28 * i}h130" stroke="#b7c4c4" stroke-width="3"/>' for i in range(5))
        + '<rect x="256" y="116" width="118" height="136" fill="#e3eeea"/><path d="M270 140h60M270 164h84M270 188h44" stroke="#7fa39c" stroke-width="4"/>'
    ),
    "stiftebecher-eiche": (
        '<path d="M210 40l10 100M246 30l-4 110M284 52l-16 96" stroke="#b65a3c" stroke-width="11"/><path d="M246 30l-4 110" stroke="#2e5c63" stroke-width="11"/>'
        '<path d="M176 128h128l-8 146h-112z" fill="#b4834c"/><path d="M190 150q40 20 100 4M188 192q50 20 104 0M190 236q40 16 100 4" stroke="#8f6232" stroke-width="4" fill="none"/><ellipse cx="240" cy="128" rx="64" ry="14" fill="#7d5530"/>'
    ),
    "schreibunterlage-filz": (
        '<rect x="80" y="92" width="320" height="180" rx="12" fill="#7e8b8f"/><rect x="90" y="102" width="300" height="160" rx="8" fill="none" stroke="#b9c3c5" stroke-width="3" stroke-dasharray="10 7"/>'
        '<rect x="140" y="126" width="120" height="110" fill="#fffdf6" transform="rotate(-5 200 180)"/><rect x="290" y="150" width="84" height="11" rx="5" fill="#cda349" transform="rotate(-36 330 156)"/>'
    ),
    "wandkalender-jahreszeiten": (
        '<rect x="146" y="36" width="188" height="14" fill="#a67845"/><rect x="154" y="50" width="172" height="236" fill="#fffdf6"/><rect x="166" y="62" width="148" height="118" fill="#c7d6cf"/>'
        + _trees((200, 92, "#2f5d4a"), (240, 84, "#3f7059"), (280, 98, "#2f5d4a"))
        + "".join(f'<rect x="{168 + 21 * (i % 7)}" y="{196 + 20 * (i // 7)}" width="14" height="12" fill="#d9d3c3"/>' for i in range(28))
    ),
}  # fmt: skip

_GROUNDS = ("#e4e8de", "#ebe4d6", "#dde5e4", "#ece8e1")


def picture(slug: str, ground: int) -> str:
    """An article on its desk, 480 by 320, as SVG."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 320">'
        f'<rect width="480" height="320" fill="{_GROUNDS[ground % len(_GROUNDS)]}"/>'
        '<path d="M0 262h480v58H0z" fill="#000" opacity=".04"/>'
        f"{_SHAPES[slug]}</svg>"
    )
