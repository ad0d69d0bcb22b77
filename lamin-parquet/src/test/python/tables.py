"""Makes the Parquet files in ../resources/lamin/parquet, and the one of the guide. They are committed: tests need no Python.

    python3 -m venv venv && venv/bin/pip install pyarrow==26.0.1 pandas==2.3.3
    venv/bin/python lamin-parquet/src/test/python/tables.py
"""

import datetime as dt
import decimal
import pathlib
import random
import uuid

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq
import pyarrow.parquet.encryption as pe

OUT = pathlib.Path(__file__).parent.parent / "resources" / "lamin" / "parquet"
OUT.mkdir(parents=True, exist_ok=True)
DAY = dt.date(2026, 1, 1)
TIME = dt.datetime(2026, 1, 1, 10, 30, 0, 250000)
EARLY = dt.datetime(1969, 12, 31, 23, 59, 59, 500000)


def write(name, table, **options):
    pq.write_table(table, OUT / f"{name}.parquet", **options)


# every type, each with a value, another one and a null
def column(first, second, type):
    return pa.array([first, second, None], type)


types = pa.table(
    {
        "int8": column(-1, 2, pa.int8()),
        "int32": column(-1, 2, pa.int32()),
        "int64": column(-1, 1 << 60, pa.int64()),
        "uint32": column(1, (1 << 32) - 1, pa.uint32()),
        "uint64": column(1, (1 << 64) - 1, pa.uint64()),
        "half": column(np.float16(1.5), np.float16(-2), pa.float16()),
        "float": column(1.5, -2.0, pa.float32()),
        "double": column(1.5, float("nan"), pa.float64()),
        "string": column("a", "1", pa.string()),
        "large_string": column("ä", "", pa.large_string()),
        "category": pa.array(["x", "y", None]).dictionary_encode(),
        "bool": column(True, False, pa.bool_()),
        "date": column(DAY, dt.date(1969, 12, 31), pa.date32()),
        "time_ms": column(TIME, EARLY, pa.timestamp("ms")),
        "time_us": column(TIME, EARLY, pa.timestamp("us")),
        "time_ns": column(TIME, EARLY, pa.timestamp("ns")),
        "time_utc": column(TIME, EARLY, pa.timestamp("us", "UTC")),
        "list_int": column([1, None, 3], [], pa.list_(pa.int64())),
        "list_string": column(["a", "b"], ["c"], pa.list_(pa.string())),
        "list_list": column([[1], [2, 3]], [[]], pa.list_(pa.list_(pa.int64()))),
        "struct": column({"n": 1, "s": "a"}, {"n": None, "s": "b"}, pa.struct({"n": pa.int32(), "s": pa.string()})),
        "map": column([("a", 1)], [], pa.map_(pa.string(), pa.int64())),
        "decimal": column(decimal.Decimal("1.50"), decimal.Decimal("-2.25"), pa.decimal128(10, 2)),
        "binary": column(b"a", b"b", pa.binary()),
        "clock": column(dt.time(1, 2, 3), dt.time(4), pa.time64("us")),
        "uuid": pa.array([uuid.UUID(int=1).bytes, uuid.UUID(int=2).bytes, None], pa.uuid()),
        "none": pa.nulls(3),
    }
)
write("types", types)
write("int96", pa.table({"time": pa.array([TIME, EARLY, None], pa.timestamp("ns"))}), use_deprecated_int96_timestamps=True)
write("old_lists", types.select(["list_int", "list_string"]), use_compliant_nested_type=False)

# the same table in every compression, encoding and size of row group
plain = pa.table(
    {
        "sample": [f"s{i}" for i in range(1000)],
        "dose": [i / 4 for i in range(1000)],
        "count": [None if i % 10 == 9 else i for i in range(1000)],
    }
)
for codec in ["none", "snappy", "gzip", "zstd", "brotli", "lz4"]:
    write(f"codec_{codec}", plain.slice(0, 20), compression=codec)
write("groups", plain, row_group_size=64, data_page_size=256)
write("no_dictionary", plain, use_dictionary=False, data_page_version="2.0")
write("delta", plain, use_dictionary=False, column_encoding={"sample": "DELTA_BYTE_ARRAY", "count": "DELTA_BINARY_PACKED", "dose": "BYTE_STREAM_SPLIT"})
write("no_rows", plain.slice(0, 0))
write("two_names", pa.table([pa.array([1]), pa.array(["a"])], names=["n", "n"]))

# what pandas does with its index
frame = pd.DataFrame({"n": [1, 2, 3], "s": ["a", "b", None]})
frame.to_parquet(OUT / "pandas.parquet")
frame.set_index(pd.Index(["x", "y", "z"])).to_parquet(OUT / "pandas_index.parquet")
frame.set_index(pd.Index(["x", "y", "z"], name="cell")).to_parquet(OUT / "pandas_named_index.parquet")


# random tables as CSV and as Parquet
PAIRS = OUT / "pairs"
PAIRS.mkdir(exist_ok=True)
VALUES = {
    "n": (pa.int64(), lambda r: r.randint(-(10**12), 10**12)),
    "x": (pa.float64(), lambda r: r.choice([r.random(), 1e300 * r.random(), float(r.randint(0, 9))])),
    "s": (pa.string(), lambda r: r.choice(["a", "with, comma", 'with "quotes"', "NA", "12", "2026-01-01", "two\nlines", "ü"])),
    "b": (pa.bool_(), lambda r: r.random() < 0.5),
    "d": (pa.date32(), lambda r: dt.date(1900, 1, 1) + dt.timedelta(r.randint(0, 90000))),
    "t": (pa.timestamp("us"), lambda r: dt.datetime(1900, 1, 1) + dt.timedelta(microseconds=r.randint(0, 10**16))),
    "species": (pa.string(), lambda r: r.choice(["mouse", "human", "mouse", "Mouse", "humans", "no species"])),
    "other": (pa.int64(), lambda r: r.randint(0, 9)),
}
for seed in range(12):
    r = random.Random(seed)
    names = r.sample(list(VALUES), r.randint(3, len(VALUES)))
    nulls = {name: r.choice([0, 0.3]) for name in names}
    rows = r.randint(0, 25)
    table = pa.table(
        {
            name: pa.array([None if r.random() < nulls[name] else VALUES[name][1](r) for _ in range(rows)], VALUES[name][0])
            for name in names
        }
    )
    pa.csv.write_csv(table, PAIRS / f"{seed}.csv")
    pq.write_table(table, PAIRS / f"{seed}.parquet", compression=r.choice(["none", "snappy", "zstd", "gzip"]), row_group_size=7)

# the counts of this one are texts
guide = pa.table({"sample": ["s1", "s2", "s3"], "dose": [0.5, None, 2.0], "count": ["120", "87", "41"]})
pq.write_table(guide, OUT.parents[5] / "docs" / "guide" / "plate.parquet")


# encrypted: its footer too, or its columns alone
class Keys(pe.KmsClient):
    def __init__(self, configuration):
        pe.KmsClient.__init__(self)

    def wrap_key(self, key, master_key):
        return key

    def unwrap_key(self, key, master_key):
        return key


for name, is_plaintext in [("encrypted", False), ("encrypted_columns", True)]:
    encryption = pe.EncryptionConfiguration(footer_key="f", column_keys={"c": ["n"]}, plaintext_footer=is_plaintext)
    properties = pe.CryptoFactory(Keys).file_encryption_properties(pe.KmsConnectionConfig(), encryption)
    with pq.ParquetWriter(OUT / f"{name}.parquet", pa.schema({"n": pa.int64()}), encryption_properties=properties) as writer:
        writer.write_table(pa.table({"n": [1, 2]}))
