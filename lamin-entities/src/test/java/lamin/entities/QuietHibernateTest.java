package lamin.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import lamin.entities.twin.CellType;
import org.junit.jupiter.api.Test;

class QuietHibernateTest {
    @Test
    void reading_logs_nothing_and_leaves_the_level_as_it_was() {
        var records = new ArrayList<LogRecord>();
        var root = Logger.getLogger("");
        var handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                records.add(record);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        root.addHandler(handler);
        try {
            EntityModelReader.read(List.of(new ModuleEntities("twin", "twin", List.of(CellType.class))));
        } finally {
            root.removeHandler(handler);
        }
        assertThat(records).isEmpty();
        assertThat(Logger.getLogger("org.hibernate").getLevel()).isNull();
    }
}
