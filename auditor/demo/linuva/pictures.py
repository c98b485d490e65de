"""Draws the clothes of Linuva."""

from __future__ import annotations

_CUTS = {
    "dress": """<path d="M112 92l34-18q14 20 28 20t28-20l34 18-10 62q4 26 14 60l32 150q-70 26-140 0l32-150q10-34 14-60z" fill="{c}"/>
<path d="M146 204q28 10 56 0" {s}/><path d="M158 230l-16 150M190 230l16 150M174 230v156" {s} opacity=".5"/>
<path d="M112 92l-30 60 22 12 20-30M236 92l30 60-22 12-20-30" fill="{c}"/>""",
    "shirt": """<path d="M108 108l42-26q24 16 48 0l42 26 52 92-36 22-20-34v166h-124v-166l-20 34-36-22z" fill="{c}"/>
<path d="M150 82l24 26 24-26" fill="none" {s}/><path d="M174 110v242" {s}/>
<g fill="#0004"><circle cx="174" cy="140" r="4"/><circle cx="174" cy="180" r="4"/><circle cx="174" cy="220" r="4"/><circle cx="174" cy="260" r="4"/><circle cx="174" cy="300" r="4"/></g>
<path d="M196 160h28v34h-28z" fill="none" {s}/>""",
    "top": """<path d="M126 96l14-20h10q24 34 48 0h10l14 20q-2 40 14 60l6 180q-68 22-136 0l6-180q16-20 14-60z" fill="{c}"/>
<path d="M120 300q54 18 108 0" {s}/>""",
    "trousers": """<path d="M116 84h116l26 290h-62l-22-190-22 190h-62z" fill="{c}"/><path d="M116 104h116M174 104v82" {s}/>
<path d="M124 116q8 34-6 40M224 116q-8 34 6 40" fill="none" {s}/><path d="M168 104l-6 40M180 104l6 40" {s}/>""",
    "skirt": """<path d="M126 96h96l56 262q-104 30-208 0z" fill="{c}"/><path d="M126 116h96" {s}/>
<path d="M140 120l-30 240M160 120l-12 246M188 120l12 246M208 120l30 240" {s} opacity=".6"/>""",
    "robe": """<path d="M108 100l42-22h48l42 22 44 110-38 18-16-36v190h-112v-190l-16 36-38-18z" fill="{c}"/>
<path d="M150 78l28 130M198 78l-28 130v172" fill="none" {s}/><path d="M118 214h112" stroke="#0003" stroke-width="14"/><path d="M164 220l-12 70M176 220l10 66" {s}/>""",
    "jacket": """<path d="M106 108l44-28h48l44 28 46 104-38 18-18-40v166h-116v-166l-18 40-38-18z" fill="{c}"/>
<path d="M150 80l24 90 24-90" fill="#f5f1e8"/><path d="M150 80l-12 44 36 46M198 80l12 44-36 46v186" fill="none" {s}/>
<path d="M126 262h32v12h-32zM190 262h32v12h-32z" fill="#0003"/><circle cx="174" cy="216" r="5" fill="#0006"/>""",
    "vest": """<path d="M122 84h26l26 70 26-70h26q-6 60 16 90l-6 160-34 18-28-14-28 14-34-18-6-160q22-30 16-90z" fill="{c}"/>
<path d="M174 154v184" {s}/><g fill="#0004"><circle cx="174" cy="190" r="5"/><circle cx="174" cy="226" r="5"/><circle cx="174" cy="262" r="5"/></g><path d="M120 262h34M194 262h34" {s}/>""",
}
_GROUNDS = ("#eef0ec", "#f1ece4", "#e9edf0")


def picture(cut: str, colour: str, ground: int) -> str:
    """A garment on a hanger before a plain wall, 350 by 450, as SVG."""
    seam = 'stroke="#0003" stroke-width="3"'
    shape = _CUTS[cut].replace("{c}", colour).replace("{s}", seam)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 350 450"><defs><pattern id="w" width="6" height="6"'
        ' patternUnits="userSpaceOnUse"><path d="M0 3h6M3 0v6" stroke="#fff" stroke-width=".6" opacity=".35"/>'
        f'</pattern></defs><rect width="350" height="450" fill="{_GROUNDS[ground % len(_GROUNDS)]}"/>'
        '<path d="M174 30q-12-2-10-14t16-8q10 6 2 18l-8 10v20l-78 40M174 56l78 40" fill="none" stroke="#8d7b64" '
        f'stroke-width="4"/><g transform="translate(0 14)">{shape}</g>'
        '<rect width="350" height="450" fill="url(#w)"/></svg>'
    )
