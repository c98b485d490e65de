"""A shop as Cartridge's own project template sets one up, on SQLite, with the confirmation step."""

import os
from pathlib import Path

from mezzanine.utils.conf import set_dynamic_settings

DATA = Path(os.environ["SHOP_DATA"])

DEBUG = False
SECRET_KEY = NEVERCACHE_KEY = "a shop that nobody but this machine can reach"  # noqa: S105
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
SITE_ID = 1
ROOT_URLCONF = "urls"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(DATA / "shop.sqlite3")}}

SITE_TITLE = "Fell & Fern"
SITE_TAGLINE = "House and garden"
SHOP_CURRENCY_LOCALE = "en_GB.UTF-8"
SHOP_DEFAULT_SHIPPING_VALUE = 3.75
SHOP_CHECKOUT_STEPS_CONFIRMATION = True
SHOP_PAYMENT_STEP_ENABLED = False
SHOP_USE_RATINGS = True
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"

LANGUAGE_CODE = "en"
LANGUAGES = (("en", "English"),)
USE_I18N = USE_TZ = True
USE_MODELTRANSLATION = False
TIME_ZONE = "Europe/London"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
FILE_UPLOAD_PERMISSIONS = 0o644
AUTHENTICATION_BACKENDS = ("mezzanine.core.auth_backends.MezzanineBackend",)

PROJECT_APP_PATH = PROJECT_ROOT = BASE_DIR = str(DATA)
PROJECT_APP = CACHE_MIDDLEWARE_KEY_PREFIX = "shop"
STATIC_URL, STATIC_ROOT = "/static/", str(DATA / "static")
MEDIA_URL, MEDIA_ROOT = "/media/", str(DATA / "media")

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "OPTIONS": {
            "context_processors": [
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.debug",
                "django.template.context_processors.i18n",
                "django.template.context_processors.static",
                "django.template.context_processors.media",
                "django.template.context_processors.request",
                "django.template.context_processors.tz",
                "mezzanine.conf.context_processors.settings",
                "mezzanine.pages.context_processors.page",
            ],
            "loaders": [
                "mezzanine.template.loaders.host_themes.Loader",
                "django.template.loaders.filesystem.Loader",
                "django.template.loaders.app_directories.Loader",
            ],
        },
    }
]
PACKAGE_NAME_FILEBROWSER, PACKAGE_NAME_GRAPPELLI = "filebrowser_safe", "grappelli_safe"
OPTIONAL_APPS = (PACKAGE_NAME_FILEBROWSER, PACKAGE_NAME_GRAPPELLI)
INSTALLED_APPS = (
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.redirects",
    "django.contrib.sessions",
    "django.contrib.sites",
    "django.contrib.sitemaps",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "mezzanine.boot",
    "mezzanine.conf",
    "mezzanine.core",
    "mezzanine.generic",
    "mezzanine.pages",
    "cartridge.shop",
    "mezzanine.blog",
    "mezzanine.forms",
    "mezzanine.galleries",
)
MIDDLEWARE = (
    "mezzanine.core.middleware.UpdateCacheMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "cartridge.shop.middleware.ShopMiddleware",
    "mezzanine.core.request.CurrentRequestMiddleware",
    "mezzanine.core.middleware.RedirectFallbackMiddleware",
    "mezzanine.core.middleware.AdminLoginInterfaceSelectorMiddleware",
    "mezzanine.core.middleware.SitePermissionMiddleware",
    "mezzanine.pages.middleware.PageMiddleware",
    "mezzanine.core.middleware.FetchFromCacheMiddleware",
)

set_dynamic_settings(globals())
