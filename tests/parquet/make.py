"""Writes the Parquet files of this folder anew, by another implementation than the one that reads them.

    python3 -m venv venv && venv/bin/pip install pyarrow && venv/bin/python tests/parquet/make.py
"""

import datetime
import decimal
import pathlib
import uuid

import pyarrow as pa
import pyarrow.parquet as pq

HERE = pathlib.Path(__file__).parent
UTC = datetime.timezone.utc


def write(name, rows, schema=None, **how):
    pq.write_table(pa.Table.from_pylist(rows, schema=schema), HERE / f"{name}.parquet", **how)


# Nested records as an export of XDM has them.
write(
    "xdm-accounts",
    [
        {
            "accountKey": {"sourceKey": "A1"},
            "accountName": "Velmarin Farms",
            "accountOrganization": {
                "industry": "Agriculture",
                "annualRevenue": {"amount": 2500000.5},
                "numberOfEmployees": 120,
            },
            "markets": ["Spain", "France"],
            "identityMap": [("email", ["a@velmarin.example"])],
            "contracts": [{"number": 1}, {"number": 2}],
        },
        {"accountKey": {"sourceKey": "A2"}, "accountName": "Ñandú 🌱", "markets": []},
        {"accountKey": None, "accountName": "No key"},
    ],
    pa.schema(
        [
            ("accountKey", pa.struct([("sourceKey", pa.string())])),
            ("accountName", pa.string()),
            (
                "accountOrganization",
                pa.struct(
                    [
                        ("industry", pa.dictionary(pa.int32(), pa.string())),
                        ("annualRevenue", pa.struct([("amount", pa.float64())])),
                        ("numberOfEmployees", pa.int32()),
                    ]
                ),
            ),
            ("markets", pa.list_(pa.string())),
            ("identityMap", pa.map_(pa.string(), pa.list_(pa.string()))),
            ("contracts", pa.list_(pa.struct([("number", pa.int64())]))),
        ]
    ),
)
write(
    "xdm-people",
    [
        {
            "b2b": {"personKey": {"sourceKey": "P1"}, "isMarketingSuspended": False},
            "personComponents": [
                {"sourceAccountKey": {"sourceKey": "A1"}, "personRoles": ["contractor"], "grade": None},
                {"sourceAccountKey": {"sourceKey": "A2"}, "personRoles": [], "grade": "second"},
            ],
            "person": {"name": {"firstName": "Alia"}, "birthDate": datetime.date(1980, 11, 3)},
            "workEmail": {"address": "alia@velmarin.example"},
        },
        {
            "b2b": {"personKey": {"sourceKey": "P2"}},
            "personComponents": [{"sourceAccountKey": {"sourceKey": "A2"}}],
            "workEmail": {"address": "bo@nandu.example"},
        },
        {"b2b": {"personKey": {"sourceKey": "P3"}}, "personComponents": [], "workEmail": {"address": "c@d.example"}},
    ],
    pa.schema(
        [
            (
                "b2b",
                pa.struct(
                    [("personKey", pa.struct([("sourceKey", pa.string())])), ("isMarketingSuspended", pa.bool_())]
                ),
            ),
            (
                "personComponents",
                pa.list_(
                    pa.struct(
                        [
                            ("sourceAccountKey", pa.struct([("sourceKey", pa.string())])),
                            ("personRoles", pa.list_(pa.string())),
                            ("grade", pa.string()),
                        ]
                    )
                ),
            ),
            ("person", pa.struct([("name", pa.struct([("firstName", pa.string())])), ("birthDate", pa.date32())])),
            ("workEmail", pa.struct([("address", pa.string())])),
        ]
    ),
    compression="zstd",
)
at = datetime.datetime(2026, 11, 3, 9, 30)
write(
    "xdm-activities",
    [
        {"b2b": {"personKey": {"sourceKey": "P1"}}, "timestamp": at, "eventType": "web.formFilledOut", "score": 7},
        {"b2b": {"personKey": {"sourceKey": "P2"}}, "timestamp": None, "eventType": "web.formFilledOut"},
    ],
    pa.schema(
        [
            ("b2b", pa.struct([("personKey", pa.struct([("sourceKey", pa.string())]))])),
            ("timestamp", pa.timestamp("ns", "UTC")),
            ("eventType", pa.string()),
            ("score", pa.int8()),
        ]
    ),
    compression="gzip",
)

# Every kind of value, in several row groups and pages of the second form.
at = datetime.datetime(2026, 11, 3, 9, 30, 15, 250000)
kinds = {
    "Account ID": pa.string(),
    "Company name": pa.string(),
    "Day": pa.date32(),
    "Day 64": pa.date64(),
    "Local": pa.timestamp("ms"),
    "Zoned": pa.timestamp("us", "Europe/Madrid"),
    "Time": pa.time32("ms"),
    "Time 64": pa.time64("ns"),
    "Money": pa.decimal128(9, 2),
    "Much money": pa.decimal128(30, 4),
    "Much more money": pa.decimal256(60, 4),
    "Small": pa.uint8(),
    "Great": pa.uint64(),
    "Minus": pa.int16(),
    "Half": pa.float32(),
    "Infinite": pa.float64(),
    "Text as bytes": pa.binary(),
    "Bytes": pa.binary(),
    "Id": pa.uuid(),
    "Truth": pa.bool_(),
    "Numbers": pa.list_(pa.int32()),
    "Nothing": pa.null(),
}
first = [
    "A1", "Velmarin Farms", at.date(), at.date(), at, at.replace(tzinfo=UTC), at.time(), at.time(),
    decimal.Decimal("-1234.50"), decimal.Decimal("12345678901234567890.0001"), decimal.Decimal("1"),
    255, 2**64 - 1, -3, 0.5, float("inf"), "Ñ".encode(), b"\xff\x00",
    uuid.UUID("12345678-1234-5678-1234-567812345678").bytes, True, [1, None, 3], None,
]  # fmt: skip
rows = [dict(zip(kinds, first))] + [{"Account ID": f"A{n}", "Company name": f"Company {n}"} for n in range(2, 8)]
write("kinds", rows, pa.schema(list(kinds.items())), row_group_size=3, data_page_version="2.0", compression="none")

# Older ways of writing.
write(
    "old-people",
    [{"Contact ID": "P1", "Account ID": "A1", "Email": "a@b.example", "Seen": at, "Tags": ["x", "y"]}],
    pa.schema(
        [
            ("Contact ID", pa.string()),
            ("Account ID", pa.string()),
            ("Email", pa.string()),
            ("Seen", pa.timestamp("ns")),
            ("Tags", pa.list_(pa.string())),
        ]
    ),
    version="1.0",
    use_deprecated_int96_timestamps=True,
    use_compliant_nested_type=False,
    use_dictionary=False,
)

# What is not read, or is damaged.
flat = [{"Id": f"A{number}", "Name": f"Company {number}"} for number in range(40)]
write("packed", flat, compression="brotli")
write("flat", flat, compression="snappy")
whole = (HERE / "flat.parquet").read_bytes()
(HERE / "cut.parquet").write_bytes(whole[: len(whole) // 2])
(HERE / "flipped.parquet").write_bytes(whole[:60] + bytes(255 - byte for byte in whole[60:120]) + whole[120:])
(HERE / "no-footer.parquet").write_bytes(whole[:4] + (2**31 - 1).to_bytes(4, "little") + b"PAR1")
(HERE / "text.parquet").write_bytes(b"Id,Name\nA1,Velmarin Farms\n")
(HERE / "flat.parquet").unlink()
