"""Draws the products of Kettle & Crumb."""

from __future__ import annotations

_CLAY, _CREAM, _INK, _WOOD, _STEEL, _GLASS, _SAGE, _COPPER = (
    "#b4573a", "#f3e9da", "#3b332c", "#c79a64", "#a9b0b4", "#cfe0e2", "#7f9478", "#c4754a",
)  # fmt: skip

_SHAPES = {
    "stoneware-teapot": f"""
<path d="M292 190q52-34 62 6q6 46-74 70" fill="none" stroke="{_SAGE}" stroke-width="16"/>
<path d="M112 196l-58-34q-10-2-6 10l40 72" fill="{_SAGE}"/>
<ellipse cx="196" cy="222" rx="104" ry="82" fill="{_SAGE}"/>
<path d="M100 236q96 40 192 0q-10 68-96 68t-96-68" fill="#6c8066"/>
<ellipse cx="196" cy="146" rx="54" ry="13" fill="#93a88c"/><circle cx="196" cy="126" r="13" fill="{_WOOD}"/>""",
    "enamel-stovetop-kettle": f"""
<path d="M118 172q78-140 156 0" fill="none" stroke="{_WOOD}" stroke-width="15" stroke-linecap="round"/>
<path d="M288 214l56-34 10 18-50 52" fill="{_CLAY}"/>
<path d="M104 172h184q26 70 8 122q-100 18-200 0q-18-52 8-122" fill="{_CLAY}"/>
<path d="M96 278h200v16q-100 18-200 0" fill="#8f412a"/><rect x="120" y="160" width="152" height="16" rx="8" fill="#d07a5d"/>
<circle cx="196" cy="150" r="12" fill="{_INK}"/>""",
    "speckled-coffee-mug": f"""
<path d="M268 178q78-8 70 52t-84 46" fill="none" stroke="{_CREAM}" stroke-width="20"/>
<path d="M112 130h168v128q0 46-46 46h-76q-46 0-46-46z" fill="{_CREAM}"/>
<ellipse cx="196" cy="130" rx="84" ry="18" fill="#5d4030"/><path d="M112 258q84 26 168 0q0 46-46 46h-76q-46 0-46-46" fill="{_CLAY}"/>
<g fill="{_INK}" opacity=".55"><circle cx="140" cy="180" r="3"/><circle cx="176" cy="210" r="2"/><circle cx="220" cy="176" r="3"/>
<circle cx="250" cy="220" r="2"/><circle cx="156" cy="236" r="2"/><circle cx="206" cy="240" r="3"/></g>""",
    "glass-cafetiere": f"""
<path d="M268 160h56v100h-52" fill="none" stroke="{_INK}" stroke-width="13" stroke-linejoin="round"/>
<rect x="128" y="130" width="144" height="176" rx="10" fill="{_GLASS}"/><rect x="128" y="206" width="144" height="100" rx="10" fill="#5d4030"/>
<rect x="128" y="196" width="144" height="9" fill="{_STEEL}"/><rect x="196" y="70" width="8" height="130" fill="{_STEEL}"/>
<circle cx="200" cy="66" r="14" fill="{_INK}"/><path d="M120 128h160l-10-22h-140z" fill="{_STEEL}"/>
<rect x="120" y="296" width="160" height="14" rx="7" fill="{_STEEL}"/>""",
    "copper-tea-caddy": f"""
<rect x="126" y="130" width="148" height="176" rx="10" fill="{_COPPER}"/><rect x="126" y="130" width="40" height="176" fill="#d89068"/>
<rect x="120" y="112" width="160" height="34" rx="8" fill="#a85e38"/><circle cx="200" cy="102" r="12" fill="#8e4c2b"/>
<rect x="164" y="196" width="72" height="52" fill="{_CREAM}"/><path d="M176 216h48M176 230h34" stroke="{_INK}" stroke-width="4"/>""",
    "beech-rolling-pin": f"""
<g transform="rotate(-32 200 210)"><rect x="96" y="180" width="208" height="58" rx="16" fill="{_WOOD}"/>
<rect x="96" y="180" width="208" height="20" rx="10" fill="#dab37f"/><rect x="36" y="196" width="64" height="26" rx="13" fill="#a97b47"/>
<rect x="300" y="196" width="64" height="26" rx="13" fill="#a97b47"/></g>""",
    "two-pound-loaf-tin": f"""
<path d="M110 176q10-60 90-60t90 60z" fill="#c98d4c"/><path d="M132 150q14-22 36-24M190 144q14-20 38-18" stroke="#f0d9ae" stroke-width="6" fill="none"/>
<path d="M76 176h248l-26 116h-196z" fill="#59606a"/><path d="M76 176h248l-5 20h-238z" fill="#7b848f"/>""",
    "large-mixing-bowl": f"""
<path d="M72 166h256q-4 138-128 140t-128-140" fill="{_COPPER}"/><path d="M66 158h268v24h-268z" fill="#d89a70"/>
<g stroke="#a86340" stroke-width="5" fill="none"><path d="M96 216l18-22 18 22 18-22 18 22 18-22 18 22 18-22 18 22 18-22 18 22 18-22 18 22"/></g>
<ellipse cx="200" cy="158" rx="134" ry="18" fill="{_CREAM}"/>""",
    "balloon-whisk": f"""
<g transform="rotate(28 200 200)" fill="none" stroke="{_STEEL}" stroke-width="6"><path d="M200 196q-78-60-40-120q40-44 80 0q38 60-40 120"/>
<path d="M200 196q-44-70-18-120q18-30 36 0q26 50-18 120"/><path d="M200 196v-148"/>
<rect x="188" y="192" width="24" height="140" rx="12" fill="{_WOOD}" stroke="none"/></g>""",
    "domed-cake-stand": f"""
<path d="M110 236v-60q0-90 90-90t90 90v60z" fill="{_GLASS}" opacity=".85"/><circle cx="200" cy="78" r="12" fill="{_STEEL}"/>
<rect x="146" y="184" width="108" height="52" fill="{_CREAM}"/><rect x="146" y="176" width="108" height="16" rx="8" fill="{_CLAY}"/>
<ellipse cx="200" cy="240" rx="118" ry="12" fill="{_STEEL}"/><path d="M186 248h28l8 48h-44z" fill="{_STEEL}"/><ellipse cx="200" cy="300" rx="54" ry="9" fill="#8e979c"/>""",
    "oak-chopping-board": f"""
<g transform="rotate(-12 200 200)"><rect x="84" y="120" width="232" height="168" rx="14" fill="{_WOOD}"/>
<path d="M84 162h232M84 204h232M84 246h232M142 120v42M220 162v42M130 204v42M250 246v42M268 120v42" stroke="#a97b47" stroke-width="4"/>
<circle cx="292" cy="144" r="10" fill="#f6efe4"/></g>""",
    "stoneware-bread-crock": f"""
<path d="M88 160h224v112q0 32-32 32h-160q-32 0-32-32z" fill="{_CREAM}"/><path d="M88 244h224v28q0 32-32 32h-160q-32 0-32-32z" fill="#ddcbb0"/>
<rect x="78" y="138" width="244" height="28" rx="10" fill="{_WOOD}"/><rect x="166" y="122" width="68" height="18" rx="9" fill="#a97b47"/>
<text x="200" y="222" font-family="Georgia,serif" font-size="40" letter-spacing="6" text-anchor="middle" fill="{_INK}">BREAD</text>""",
    "three-preserving-jars": f"""
<g><rect x="66" y="168" width="80" height="136" rx="12" fill="{_GLASS}"/><rect x="66" y="210" width="80" height="94" rx="12" fill="{_CLAY}"/><rect x="62" y="152" width="88" height="20" rx="6" fill="{_STEEL}"/></g>
<g><rect x="156" y="130" width="92" height="174" rx="12" fill="{_GLASS}"/><rect x="156" y="176" width="92" height="128" rx="12" fill="#d9a441"/><rect x="152" y="112" width="100" height="22" rx="6" fill="{_STEEL}"/></g>
<g><rect x="258" y="190" width="74" height="114" rx="12" fill="{_GLASS}"/><rect x="258" y="226" width="74" height="78" rx="12" fill="{_SAGE}"/><rect x="254" y="174" width="82" height="20" rx="6" fill="{_STEEL}"/></g>""",
    "paring-knife": f"""
<g transform="rotate(-38 200 200)"><path d="M196 188h150q10 20-26 30h-124z" fill="{_STEEL}"/><path d="M196 206h138q-8 8-22 12h-116z" fill="#c9cfd2"/>
<rect x="60" y="184" width="140" height="36" rx="14" fill="#6d4433"/><circle cx="96" cy="202" r="5" fill="{_COPPER}"/><circle cx="158" cy="202" r="5" fill="{_COPPER}"/></g>""",
    "kitchen-scales": f"""
<path d="M100 128h200q-8 34-50 36h-100q-42-2-50-36" fill="{_STEEL}"/><rect x="186" y="160" width="28" height="24" fill="#8e979c"/>
<path d="M126 180h148l24 124h-196z" fill="{_SAGE}"/><circle cx="200" cy="242" r="50" fill="{_CREAM}"/>
<g stroke="{_INK}" stroke-width="4"><path d="M200 242l24-30M200 198v10M200 276v10M156 242h10M234 242h10"/></g><circle cx="200" cy="242" r="6" fill="{_CLAY}"/>""",
    "linen-apron": f"""
<path d="M158 92q42-46 84 0" fill="none" stroke="#5d6b7a" stroke-width="9"/><path d="M152 92h96l10 70h44v138h-204v-138h44z" fill="#74849a"/>
<rect x="150" y="210" width="100" height="58" rx="4" fill="#617187"/><path d="M200 210v58" stroke="#50607a" stroke-width="3"/>
<path d="M98 172l-34 26M302 172l34 26" stroke="#5d6b7a" stroke-width="8"/>""",
    "waffle-tea-towels": f"""
<rect x="92" y="104" width="130" height="200" rx="6" fill="{_CREAM}"/><rect x="92" y="262" width="130" height="14" fill="{_CLAY}"/>
<path d="M92 130h130M92 156h130M92 182h130M92 208h130M92 234h130M118 104v200M144 104v200M170 104v200M196 104v200" stroke="#e0d0b8" stroke-width="3"/>
<rect x="196" y="124" width="120" height="180" rx="6" fill="{_SAGE}"/>
<path d="M196 150h120M196 176h120M196 202h120M196 228h120M196 254h120M222 124v180M248 124v180M274 124v180M300 124v180" stroke="#6c8066" stroke-width="3"/>""",
    "quilted-oven-gloves": f"""
<path d="M92 304v-140q0-48 44-48t44 48v20q22-26 38-6t-38 64v62z" fill="{_CLAY}"/><path d="M308 304v-140q0-48-44-48t-44 48v20q-22-26-38-6t38 64v62z" fill="#c56b4d"/>
<path d="M92 280h88M220 280h88" stroke="{_CREAM}" stroke-width="14"/>
<path d="M100 170l70 80M100 220l60 60M300 170l-70 80M300 220l-60 60" stroke="#8f412a" stroke-width="3" opacity=".6"/>""",
}  # fmt: skip

_GROUNDS = ("#efe6d8", "#e6e8df", "#efe0d6", "#e4e4e6")


def picture(slug: str, ground: int) -> str:
    """A product on a soft ground, 400 by 400, as SVG."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400">'
        f'<rect width="400" height="400" fill="{_GROUNDS[ground % len(_GROUNDS)]}"/>'
        '<ellipse cx="200" cy="318" rx="134" ry="14" fill="#000" opacity=".09"/>'
        f"{_SHAPES[slug]}</svg>"
    )
