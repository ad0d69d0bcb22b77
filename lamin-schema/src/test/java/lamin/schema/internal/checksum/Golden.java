package lamin.schema.internal.checksum;

import static lamin.schema.model.ColumnTypes.bool;
import static lamin.schema.model.ColumnTypes.bytes;
import static lamin.schema.model.ColumnTypes.date;
import static lamin.schema.model.ColumnTypes.decimal;
import static lamin.schema.model.ColumnTypes.float32;
import static lamin.schema.model.ColumnTypes.float64;
import static lamin.schema.model.ColumnTypes.int16;
import static lamin.schema.model.ColumnTypes.int32;
import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.json;
import static lamin.schema.model.ColumnTypes.sqlType;
import static lamin.schema.model.ColumnTypes.string;
import static lamin.schema.model.ColumnTypes.text;
import static lamin.schema.model.ColumnTypes.time;
import static lamin.schema.model.ColumnTypes.timestamp;
import static lamin.schema.model.ColumnTypes.timestamptz;
import static lamin.schema.model.ColumnTypes.uuid;
import static lamin.schema.sql.DatabaseSql.sql;

import java.sql.Connection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lamin.schema.Migration;
import lamin.schema.internal.operation.Operation;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Constraint.OnDelete;
import lamin.schema.model.Owner;
import lamin.schema.operation.DataStep;
import lamin.schema.operation.Operations;

/**
 * Operations and the lines that they are in checksums. No line may ever change: it is in the checksums of released
 * scripts. What comes later is added at the end.
 */
record Golden(Consumer<Operations> script, String line) {
    static final Owner ASSAY = Owner.of("assay");

    List<Operation> operations() {
        return Operations.upgradeOf(new Script(script), ASSAY);
    }

    private record Script(Consumer<Operations> script) implements Migration {
        @Override
        public void upgrade(Operations op) {
            script.accept(op);
        }

        @Override
        public void downgrade(Operations op) {}
    }

    static List<Golden> all() {
        return Stream.of(
                        tables(),
                        columns(),
                        types(),
                        constraints(),
                        indexes(),
                        sequences(),
                        rows(),
                        custom(),
                        escapes())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Golden> tables() {
        return List.of(
                new Golden(
                        op -> op.createTable("assay_well")
                                .column("id", int64())
                                .identity()
                                .column("name", string(20))
                                .notNull()
                                .primaryKey("id")
                                .unique("name")
                                .tableComment("wells of plates"),
                        """
                        {"op":"createTable","table":"assay_well","columns":[{"name":"id","type":"int64","notNull":true,"identity":true},{"name":"name","type":"string(20)","notNull":true}],"primaryKey":{"columns":["id"]},"uniques":[{"columns":["name"]}],"comment":"wells of plates"}"""),
                new Golden(
                        op -> op.createTable("plate")
                                .entity("Plate")
                                .schema("lab")
                                .column("id", int64())
                                .column("size", int32())
                                .column("kind_id", int64())
                                .primaryKeyNamed("pk", "id")
                                .foreignKey("kind_id")
                                .references("assay_kind")
                                .foreignKey("id", "size")
                                .references("box", "id", "size")
                                .targetSchema("lab")
                                .name("fk_box")
                                .onDelete(OnDelete.SET_NULL)
                                .deferrable()
                                .uniqueNamed("uq", "size", "id")
                                .check("size > 0")
                                .checkNamed("ck", "size < 100")
                                .index("kind_id")
                                .index("size desc", "(id + size)", "(-id) desc")
                                .name("ix")
                                .unique()
                                .where("size > 8"),
                        """
                        {"op":"createTable","table":["lab","plate"],"entity":"Plate","columns":[{"name":"id","type":"int64"},{"name":"size","type":"int32"},{"name":"kind_id","type":"int64"}],"primaryKey":{"name":"pk","columns":["id"]},"foreignKeys":[{"columns":["kind_id"],"target":"assay_kind"},{"name":"fk_box","columns":["id","size"],"target":["lab","box"],"targetColumns":["id","size"],"onDelete":"setNull","deferrable":true}],"uniques":[{"name":"uq","columns":["size","id"]}],"checks":[{"expression":"size > 0"},{"name":"ck","expression":"size < 100"}],"indexes":[{"keys":["kind_id"]},{"name":"ix","keys":[{"column":"size","descending":true},{"expression":"id + size"},{"expression":"-id","descending":true}],"unique":true,"where":"size > 8"}]}"""),
                new Golden(op -> op.dropTable("assay_well"), """
                        {"op":"dropTable","table":"assay_well"}"""),
                new Golden(op -> op.renameTable("assay_well", "assay_hole"), """
                        {"op":"renameTable","table":"assay_well","to":"assay_hole"}"""),
                new Golden(
                        op -> op.renameTable("plate", "assay_plate")
                                .schema("lab")
                                .newSchema(null)
                                .entity("Tray"),
                        """
                        {"op":"renameTable","table":["lab","plate"],"to":"assay_plate","entity":"Tray"}"""),
                new Golden(op -> op.tableComment("assay_well", "wells"), """
                        {"op":"tableComment","table":"assay_well","comment":"wells"}"""),
                new Golden(op -> op.tableComment("assay_well", null), """
                        {"op":"tableComment","table":"assay_well","comment":null}"""));
    }

    private static List<Golden> columns() {
        return List.of(
                new Golden(
                        op -> op.addColumn("assay_well", "code", string(8))
                                .property("shortCode")
                                .notNull()
                                .defaultValue("A1")
                                .collation("C")
                                .comment("as printed")
                                .fill("upper(name)"),
                        """
                        {"op":"addColumn","table":"assay_well","column":{"name":"code","property":"short_code","type":"string(8)","notNull":true,"default":"A1","collation":"C","comment":"as printed"},"fill":"upper(name)"}"""),
                new Golden(op -> op.addColumn("assay_well", "half", int32()).generatedAs("size / 2"), """
                        {"op":"addColumn","table":"assay_well","column":{"name":"half","type":"int32","generatedAs":"size / 2"}}"""),
                new Golden(op -> op.dropColumn("assay_well", "code"), """
                        {"op":"dropColumn","table":"assay_well","column":"code"}"""),
                new Golden(
                        op -> op.alterColumn("notebook", "v").newName("version").schema("core"), """
                        {"op":"renameColumn","table":["core","notebook"],"column":"v","to":"version"}"""),
                new Golden(
                        op -> op.alterColumn("assay_well", "code").newName("c").property("shortCode"), """
                        {"op":"renameColumn","table":"assay_well","column":"code","to":"c","property":"short_code"}"""),
                new Golden(
                        op -> op.alterColumn("assay_well", "size")
                                .type(text())
                                .nullable(false)
                                .defaultValue(-5)
                                .collation("C")
                                .comment("in words")
                                .identity(false)
                                .using("size || ' ml'")
                                .fill("'none'"),
                        """
                        {"op":"alterColumn","table":"assay_well","column":"size","changes":[{"type":"text"},{"nullable":false},{"default":-5},{"collation":"C"},{"comment":"in words"},{"identity":false}],"using":"size || ' ml'","fill":"'none'"}"""),
                new Golden(
                        op -> op.alterColumn("assay_well", "size")
                                .noDefault()
                                .collation(null)
                                .comment(null),
                        """
                        {"op":"alterColumn","table":"assay_well","column":"size","changes":[{"default":null},{"collation":null},{"comment":null}]}"""));
    }

    private static List<Golden> types() {
        return List.of(
                type(bool(), "\"bool\""),
                type(int16(), "\"int16\""),
                type(int32(), "\"int32\""),
                type(int64(), "\"int64\""),
                type(decimal(12, 3), "\"decimal(12,3)\""),
                type(float32(), "\"float32\""),
                type(float64(), "\"float64\""),
                type(string(255), "\"string(255)\""),
                type(text(), "\"text\""),
                type(bytes(), "\"bytes\""),
                type(date(), "\"date\""),
                type(time(), "\"time\""),
                type(timestamp(), "\"timestamp\""),
                type(timestamptz(), "\"timestamptz\""),
                type(uuid(), "\"uuid\""),
                type(json(), "\"json\""),
                type(new ColumnType.Other("citext"), "{\"other\":\"citext\"}"),
                type(
                        sqlType(sql().postgresql("citext").sqlite("text")),
                        "{\"other\":{\"postgresql\":\"citext\",\"sqlite\":\"text\"}}"),
                new Golden(
                        op -> op.alterColumn("t", "x")
                                .defaultValue("")
                                .defaultValue(5_000_000_000L)
                                .defaultSql("1.250")
                                .defaultValue(true)
                                .defaultNow()
                                .defaultSql("upper('a')")
                                .defaultSql(sql().sqlite("hex(1)").postgresql("to_hex(1)")),
                        """
                        {"op":"alterColumn","table":"t","column":"x","changes":[{"default":""},{"default":5000000000},{"default":1.25},{"default":true},{"default":{"now":true}},{"default":{"sql":"upper('a')"}},{"default":{"sql":{"postgresql":"to_hex(1)","sqlite":"hex(1)"}}}]}"""));
    }

    private static Golden type(ColumnType type, String written) {
        return new Golden(
                op -> op.alterColumn("t", "x").type(type),
                "{\"op\":\"alterColumn\",\"table\":\"t\",\"column\":\"x\",\"changes\":[{\"type\":" + written + "}]}");
    }

    private static List<Golden> constraints() {
        return List.of(
                new Golden(op -> op.createPrimaryKey("assay_well", "id"), """
                        {"op":"createPrimaryKey","table":"assay_well","primaryKey":{"columns":["id"]}}"""),
                new Golden(op -> op.createPrimaryKey("assay_well", "id", "x").name("pk"), """
                        {"op":"createPrimaryKey","table":"assay_well","primaryKey":{"name":"pk","columns":["id","x"]}}"""),
                new Golden(op -> op.dropPrimaryKey("assay_well"), """
                        {"op":"dropPrimaryKey","table":"assay_well"}"""),
                new Golden(
                        op -> op.createForeignKey("assay_well", "plate_id")
                                .references("plate")
                                .targetSchema("lab")
                                .onDelete(OnDelete.CASCADE),
                        """
                        {"op":"createForeignKey","table":"assay_well","foreignKey":{"columns":["plate_id"],"target":["lab","plate"],"onDelete":"cascade"}}"""),
                new Golden(
                        op -> op.createForeignKey("assay_well", "plate_uid")
                                .references("assay_plate", "uid")
                                .name("fk_plate")
                                .onDelete(OnDelete.RESTRICT)
                                .deferrable(),
                        """
                        {"op":"createForeignKey","table":"assay_well","foreignKey":{"name":"fk_plate","columns":["plate_uid"],"target":"assay_plate","targetColumns":["uid"],"onDelete":"restrict","deferrable":true}}"""),
                new Golden(op -> op.createUniqueConstraint("assay_well", "name"), """
                        {"op":"createUniqueConstraint","table":"assay_well","unique":{"columns":["name"]}}"""),
                new Golden(
                        op -> op.createCheckConstraint("assay_well", "size > 0").name("ck"), """
                        {"op":"createCheckConstraint","table":"assay_well","check":{"name":"ck","expression":"size > 0"}}"""),
                new Golden(op -> op.dropConstraint("assay_well", "ck"), """
                        {"op":"dropConstraint","table":"assay_well","constraint":"ck"}"""),
                new Golden(op -> op.renameConstraint("assay_well", "ck", "ck_size"), """
                        {"op":"renameConstraint","table":"assay_well","constraint":"ck","to":"ck_size"}"""));
    }

    private static List<Golden> indexes() {
        return List.of(
                new Golden(op -> op.createIndex("assay_well", "name"), """
                        {"op":"createIndex","table":"assay_well","index":{"keys":["name"]}}"""),
                new Golden(
                        op -> op.createIndex("assay_well", "(lower(name)) desc", "size")
                                .name("ix")
                                .unique()
                                .where("size > 8")
                                .concurrently(),
                        """
                        {"op":"createIndex","table":"assay_well","index":{"name":"ix","keys":[{"expression":"lower(name)","descending":true},"size"],"unique":true,"where":"size > 8"},"concurrently":true}"""),
                new Golden(op -> op.dropIndex("assay_well", "ix"), """
                        {"op":"dropIndex","table":"assay_well","index":"ix"}"""),
                new Golden(op -> op.renameIndex("assay_well", "ix", "ix_name"), """
                        {"op":"renameIndex","table":"assay_well","index":"ix","to":"ix_name"}"""));
    }

    private static List<Golden> sequences() {
        return List.of(
                new Golden(
                        op -> op.createSequence("assay_well_seq")
                                .startWith(1000)
                                .incrementBy(50)
                                .numbers("assay_well", "id")
                                .numbers("lab.plate", "id"),
                        """
                        {"op":"createSequence","sequence":"assay_well_seq","start":1000,"increment":50,"numbers":[{"table":"assay_well","column":"id"},{"table":["lab","plate"],"column":"id"}]}"""),
                new Golden(op -> op.createSequence("ids").schema("lab"), """
                        {"op":"createSequence","sequence":["lab","ids"]}"""),
                new Golden(
                        op -> op.alterSequence("ids")
                                .incrementBy(1)
                                .startWith(5)
                                .numbers("assay_well", "id"),
                        """
                        {"op":"alterSequence","sequence":"ids","changes":[{"increment":1},{"start":5},{"numbers":[{"table":"assay_well","column":"id"}]}]}"""),
                new Golden(op -> op.alterSequence("ids").numbersNothing(), """
                        {"op":"alterSequence","sequence":"ids","changes":[{}]}"""),
                new Golden(op -> op.renameSequence("ids", "numbers"), """
                        {"op":"renameSequence","sequence":"ids","to":"numbers"}"""),
                new Golden(op -> op.dropSequence("ids"), """
                        {"op":"dropSequence","sequence":"ids"}"""));
    }

    private static List<Golden> rows() {
        return List.of(
                new Golden(
                        op -> op.insertInto("assay_kind")
                                .value("name", "blood")
                                .value("code", 7)
                                .value("active", false)
                                .valueNow("created_at")
                                .valueNull("note")
                                .valueSql("uid", sql().sqlite("hex(1)").elsewhere("to_hex(1)")),
                        """
                        {"op":"insertInto","table":"assay_kind","values":[{"column":"name","value":"blood"},{"column":"code","value":7},{"column":"active","value":false},{"column":"created_at","value":{"now":true}},{"column":"note","value":null},{"column":"uid","value":{"sql":{"*":"to_hex(1)","sqlite":"hex(1)"}}}]}"""),
                new Golden(op -> op.update("assay_kind").value("name", "plasma").where("name = 'blood'"), """
                        {"op":"update","table":"assay_kind","values":[{"column":"name","value":"plasma"}],"where":"name = 'blood'"}"""),
                new Golden(op -> op.deleteFrom("kind").where("true").schema("lab"), """
                        {"op":"deleteFrom","table":["lab","kind"],"where":"true"}"""));
    }

    private static List<Golden> custom() {
        return List.of(
                new Golden(op -> op.execute("UPDATE assay_well SET size = 0"), """
                        {"op":"execute","sql":"UPDATE assay_well SET size = 0"}"""),
                new Golden(op -> op.execute(sql().sqlite("PRAGMA optimize").postgresql("ANALYZE assay_well")), """
                        {"op":"execute","sql":{"postgresql":"ANALYZE assay_well","sqlite":"PRAGMA optimize"}}"""),
                new Golden(
                        op -> op.execute(
                                sql().postgresql("CREATE EXTENSION pg_trgm").nothingElsewhere()),
                        """
                        {"op":"execute","sql":{"*":"","postgresql":"CREATE EXTENSION pg_trgm"}}"""),
                new Golden(op -> op.execute(sql().with("duckdb", "LOAD x").elsewhere("SELECT 1")), """
                        {"op":"execute","sql":{"*":"SELECT 1","duckdb":"LOAD x"}}"""),
                new Golden(op -> op.run(FillCodes.class), """
                        {"op":"run","step":"FillCodes"}"""),
                new Golden(op -> op.run(GoldenStep.class), """
                        {"op":"run","step":"lamin.schema.internal.checksum.GoldenStep"}"""),
                new Golden(op -> op.irreversible("old codes are gone"), """
                        {"op":"irreversible","reason":"old codes are gone"}"""),
                new Golden(op -> op.stateOnly().entity("assay_well", "Hole"), """
                        {"op":"stateOnly","table":"assay_well","entity":"Hole"}"""),
                new Golden(op -> op.stateOnly().property("assay_well", "code", "shortCode"), """
                        {"op":"stateOnly","table":"assay_well","column":"code","property":"short_code"}"""),
                new Golden(op -> op.stateOnly().applied(changes -> changes.dropColumn("assay_well", "code")), """
                        {"op":"stateOnly","applied":{"op":"dropColumn","table":"assay_well","column":"code"}}"""));
    }

    private static List<Golden> escapes() {
        return List.of(
                new Golden(op -> op.execute("SELECT \"a\\b\"\tFROM\rx\r\nWHERE\ny"), """
                        {"op":"execute","sql":"SELECT \\"a\\\\b\\"\\tFROM\\rx\\nWHERE\\ny"}"""),
                new Golden(op -> op.irreversible("\u0001 ~ \u007f \u00e4 \u20ac \ud83d\ude00 /<>'"), """
                        {"op":"irreversible","reason":"\\u0001 ~ \\u007f \\u00e4 \\u20ac \\ud83d\\ude00 /<>'"}"""));
    }

    /** A step inside the class of a script. */
    public static final class FillCodes implements DataStep {
        @Override
        public void run(Connection connection) {}
    }
}

/** A step in a file of its own. */
final class GoldenStep implements DataStep {
    @Override
    public void run(Connection connection) {}
}
