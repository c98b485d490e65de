"""The script and the style that every generated shop sends along; the data attributes say what is in use."""

from pathlib import Path

_FOLDER = Path(__file__).parent / "static"
SCRIPT = "\n".join((_FOLDER / name).read_text(encoding="utf-8") for name in ("store.js", "checkout.js"))
STYLE = (_FOLDER / "shop.css").read_text(encoding="utf-8")
