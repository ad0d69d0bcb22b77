package lnschema_bionty;

import lamin.testing.MigrationContract;

class MigrationTest extends MigrationContract {}
