"""Can a customer chat with the shop on this page?"""

from __future__ import annotations

from urllib.parse import urlsplit

from auditor.lexicon import Lexicon
from auditor.reading.base import Reading
from auditor.reading.socials import social_of
from auditor.snapshot import Control, Snapshot

WIDGET_HOSTS = (
    "widget.intercom.io", "js.intercomcdn.com", "static.zdassets.com", "v2.zopim.com", "embed.tawk.to",
    "client.crisp.chat", "code.tidio.co", "js.driftt.com", "static.olark.com", "wchat.freshchat.com",
    "wchat.eu.freshchat.com", "config.gorgias.chat", "api.userlike.com", "www.smartsuppchat.com",
    "code.jivosite.com", "code-ya.jivosite.com", "code.jivo.ru", "cdn.livechatinc.com",
    "cdn.livechat-static.com", "js.usemessages.com", "static.trengo.com", "call.chatra.io",
    "app.purechat.com", "app.chaport.com", "www.livehelpnow.net", "lc.iadvize.com", "halc.iadvize.com",
    "cdn.kustomerapp.com", "cdn.gladly.com", "app.helpcrunch.com", "widget.helpcrunch.com",
    "embed.small.chat", "cdn.carrotquest.app", "cdn.carrotquest.io", "widget.replain.cc",
    "w.chatlio.com", "bot.leadoo.com", "widget.giosg.com", "service.giosg.com", "chat.puzzel.com",
    "app.dixa.io", "messenger.dixa.io", "chat.frontapp.com", "chat-assets.frontapp.com",
    "livechat.kundo.se", "static-chat.kundo.se", "cdn.ebbot.app", "static.imbox.io", "files.imbox.io",
    "widget.verbox.ru", "cdn.envybox.io", "lptag.liveperson.net", "lpcdn.lpsnmedia.net",
    "widgets.thulium.com", "widget.qiscus.com", "cdn.chatwoot.com", "app.chatwoot.com",
    "beacon-v2.helpscout.net", "assets.richpanel.com", "widget.superchat.de", "widget.chatling.ai",
)  # fmt: skip
"""Hosts that serve chat windows and hardly anything else; as data, so that a new one is one word."""


def read_chat(snapshot: Snapshot, lexicon: Lexicon) -> Reading:
    """Whether the page offers a live chat.

    Value: True with the quote of the control; None where only a chat service's script was seen (it may
    show itself at certain hours, or never); False where neither was there.
    """
    control = next((c for c in snapshot.controls if _is_chat_control(c, lexicon)), None)
    if control is not None:
        return Reading(value=True, quote=control.words or control.title or control.tokens)
    frame = next((f for f in snapshot.frames if f.visible and _host_matches(f.src)), None)
    if frame is not None:
        return Reading(value=True, quote=frame.name or frame.src)
    script = next((s for s in snapshot.scripts if _host_matches(s)), None)
    if script is not None:
        return Reading(value=None, quote=script, because="a chat service is loaded, but no chat is shown")
    return Reading(value=False, quote="", because="neither a chat control nor a chat service's script")


def _is_chat_control(control: Control, lexicon: Lexicon) -> bool:
    """Whether a control opens a chat; a link to a page about contact does not."""
    if not control.visible or social_of(control.href) or control.href[:7].lower() in ("mailto:", "tel:"):
        return False
    named = lexicon.score("chat_widget", control.words or control.title) >= 0.6
    chatty = "chat" in control.words.casefold() or "чат" in control.words.casefold()
    token = lexicon.intents["chat_widget"].token_score(f"{control.tokens} {control.around}") > 0
    opens = not control.href or control.role == "button" or "#" in control.href
    if opens and token and (named or chatty or control.dialog >= 0 or not control.words):
        return True
    return chatty and named and (opens or "chat" in control.href.lower())


def _host_matches(url: str) -> bool:
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:
        return False
    return any(host == known or host.endswith("." + known) for known in WIDGET_HOSTS)
