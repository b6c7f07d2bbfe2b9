"""A folder of YAML entries in; a bilingual website, READMEs and data out."""

import os

__version__ = "0.1.0"

# pydantic would look through every installed distribution for plugins: a tenth of our imports.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
