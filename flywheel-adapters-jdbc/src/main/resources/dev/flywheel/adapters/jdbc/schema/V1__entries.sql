-- Where each brand's chain ends. Beside the entries, so that a missing end is noticed.
CREATE TABLE heads (
    brand    TEXT   NOT NULL PRIMARY KEY,
    position BIGINT NOT NULL CHECK (position >= 0),
    hash     TEXT   NOT NULL
);

-- Only ever added to. part counts the entries of one append.
CREATE TABLE entries (
    brand          TEXT    NOT NULL,
    position       BIGINT  NOT NULL CHECK (position >= 1),
    append_key     TEXT    NOT NULL,
    part           INTEGER NOT NULL,
    happened_at    TEXT    NOT NULL,
    kind           TEXT    NOT NULL,
    schema_version INTEGER NOT NULL,
    payload        TEXT    NOT NULL,
    previous_hash  TEXT    NOT NULL,
    hash           TEXT    NOT NULL,
    PRIMARY KEY (brand, position),
    UNIQUE (brand, append_key, part)
);
