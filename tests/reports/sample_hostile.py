"""A shop that puts something nasty wherever its words can reach."""

from __future__ import annotations

from dataclasses import replace

from gallery import Gallery
from sample_parts import START, WAVE, card_of, judged

from auditor.models import CheckoutCounts, EvidenceRef, FilmFrame, FunnelStage, Outcome, Scorecard, Shop

PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    '=HYPERLINK("http://evil.example","x")',
    "{{ 7*7 }}{% raw %}",
    "\u202egnp.exe\u202c",
    "\x1b[31mred\x1b[0m\x00",
    "../../../../etc/passwd",
    "</style><style>*{display:none}",
)


def hostile(gallery: Gallery) -> Scorecard:
    """A shop that puts something nasty wherever its words can reach."""
    nasty = " ".join(PAYLOADS)
    shop = Shop(
        name=nasty + "W" * 400,
        url="javascript:alert(document.domain)",
        country=nasty,
        language='de" onload="x',
        peer_group=nasty,
    )
    picture, _ = gallery.page("evil", "evil", ("evil",))
    refs = tuple(
        EvidenceRef(
            url=url,
            quote=nasty * 3,
            seen_at=START,
            file="../../x",
            screenshot=picture,
            box=(10, 10, 9e9, 9e9),
            role=nasty,
        )
        for url in (
            "javascript:alert(1)",
            "data:text/html,<script>1</script>",
            "https://shop@evil.example/",
            "https://shop.example/?a=\"'<>&",
        )
    )
    findings = (
        judged(
            "phone",
            "contact",
            nasty,
            Outcome.NOT_MET,
            nasty,
            because=nasty,
            source=nasty,
            evidence=refs,
            gate=True,
        ),
        judged("many", "payment", "Values?", Outcome.MET, PAYLOADS, evidence=refs),
        judged(
            "odd_code", "trust", nasty, Outcome.NOT_OBSERVED, code="<b>new</b>{detail}", because="{detail}{0}"
        ),
        judged(
            "broken_picture",
            "trust",
            "Picture?",
            Outcome.MET,
            True,
            evidence=(replace(refs[0], screenshot="0" * 64 + ".png", box=(0, 0, 5, 5)),),
        ),
    )
    return card_of(
        shop,
        findings,
        wave=WAVE,
        funnel=(
            FunnelStage(stage="home", outcome=nasty, url="javascript:1", because=nasty, seconds=float("inf")),
        ),
        checkout=CheckoutCounts(screens=3, stopped_at=nasty, order_button=nasty),
        film=(
            FilmFrame(
                stage=nasty,
                role=nasty,
                caption=nasty,
                url=nasty,
                seen_at=START,
                screenshot=gallery.put(b"not a picture", ".png"),
            ),
        ),
        overlays=PAYLOADS,
        versions={nasty: nasty},
    )
