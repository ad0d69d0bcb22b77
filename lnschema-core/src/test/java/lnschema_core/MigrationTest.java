package lnschema_core;

import lamin.testing.MigrationContract;

class MigrationTest extends MigrationContract {}
