package lnschema_assay;

import lamin.testing.MigrationContract;

/** Everything that must hold for the migrations of this module, on SQLite and PostgreSQL. */
class MigrationTest extends MigrationContract {}
