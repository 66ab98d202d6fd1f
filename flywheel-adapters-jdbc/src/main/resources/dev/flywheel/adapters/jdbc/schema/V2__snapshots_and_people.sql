-- Can be emptied at any time.
CREATE TABLE snapshots (
    brand    TEXT   NOT NULL PRIMARY KEY,
    position BIGINT NOT NULL,
    state    TEXT   NOT NULL,
    sha256   TEXT   NOT NULL
);

-- The only place of personal data. A row that is deleted is a person that is erased.
CREATE TABLE people (
    brand     TEXT NOT NULL,
    reference TEXT NOT NULL,
    handle    TEXT NOT NULL,
    PRIMARY KEY (brand, reference),
    UNIQUE (brand, handle)
);
