package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** {@code docs/guide/from-flyway.md}. */
class FromFlywayGuideTest extends TakeOverGuide {
    private static final String SCRIPTS = "src/main/resources/db/migration/";

    private int version;

    FromFlywayGuideTest() {
        super("from-flyway.md", "flyway_schema_history");
    }

    private Flyway flyway(ForeignService service) {
        return Flyway.configure()
                .dataSource(database().jdbcUrl(), null, null)
                .locations("filesystem:" + service.folder().resolve(SCRIPTS))
                .load();
    }

    @Override
    void writeFirst(ForeignService service) throws IOException {
        writeNext(service, "customers", """
                CREATE SEQUENCE customer_seq INCREMENT BY 50;
                CREATE TABLE customer (id bigint PRIMARY KEY, email varchar(255) NOT NULL UNIQUE, name varchar(100));
                """);
        writeNext(service, "orders", """
                CREATE TABLE purchase_order (id bigserial PRIMARY KEY, customer_id bigint NOT NULL REFERENCES customer,
                  status varchar(255) NOT NULL CHECK (status IN ('NEW', 'PAID', 'SENT')), total numeric(12, 2),
                  placed_at timestamptz(6), remark text);
                """);
    }

    @Override
    void writeNext(ForeignService service, String name, String sql) throws IOException {
        service.write(SCRIPTS + "V" + ++version + "__" + name + ".sql", sql);
    }

    @Override
    void migrate(ForeignService service) {
        flyway(service).migrate();
    }

    @Override
    List<String> pending(ForeignService service) {
        var flyway = flyway(service);
        var pending = Arrays.stream(flyway.info().pending())
                .map(MigrationInfo::getDescription)
                .toList();
        // to Flyway a pending migration is not valid
        assertThat(flyway.validateWithResult().validationSuccessful).isEqualTo(pending.isEmpty());
        return pending;
    }
}
