"""vidstore: a folder of YAML entries about a research field becomes a bilingual site and data."""

import os

__version__ = "0.1.0"

# pydantic would look through every installed distribution for plugins: a tenth of our imports.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
