"""The settings of this village for Pelican. Facts about the village stand in data/instellingen.csv."""

from dorpspomp.outputs import site

PATH = "content"
OUTPUT_PATH = "build/preview"
PLUGINS = [site]
THEME = site.SETTINGS["THEME"]
THEME_TEMPLATES_OVERRIDES = []
JINJA_ENVIRONMENT = site.SETTINGS["JINJA_ENVIRONMENT"]
TIMEZONE = "Europe/Amsterdam"
DEFAULT_LANG = "nl"

# The register's own generator reads the Markdown; Pelican's own have nothing left to do.
ARTICLE_PATHS = []
PAGE_PATHS = []
STATIC_PATHS = ["beelden"]
DIRECT_TEMPLATES = []
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
