"""The schemas for editors as they are committed: `catalog/schema/<name>.json`."""

import json
from collections.abc import Mapping

from vidstore.derive.json_schema import schemas
from vidstore.model.catalog import Taxonomy
from vidstore.model.text import Lang
from vidstore.render.lexicon import Lexicon

FOLDER = "catalog/schema"


def schema_files(taxonomy: Taxonomy, lexicons: Mapping[Lang, Lexicon]) -> dict[str, str]:
    """The text of each file, by its name in the project."""
    found = schemas(taxonomy, {lang: lexicon.say for lang, lexicon in lexicons.items()})
    return {
        f"{FOLDER}/{name}.json": json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        for name, schema in found.items()
    }
