package lamin.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.UUID;
import lamin.schema.Unmanaged;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDialectTest {
    private static final String OPTIMIZER = "hibernate.id.optimizer.pooled.preferred";

    @TempDir
    Path folder;

    @Unmanaged
    @Entity(name = "Parcel")
    static class Parcel {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Nullable
        UUID code = UUID.fromString("00000000-0000-4000-8000-000000000001");
    }

    @BeforeEach
    void createTables() throws Exception {
        try (var connection = DriverManager.getConnection(url());
                var statement = connection.createStatement()) {
            statement.execute("create table Parcel (id bigint not null primary key, code char(36))");
            statement.execute("create table Parcel_SEQ (next_val bigint)");
            statement.execute("insert into Parcel_SEQ values (1)");
        }
    }

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("parcels.db");
    }

    private SessionFactory validated(String optimizer) {
        return new Configuration()
                .setProperty("jakarta.persistence.jdbc.url", url())
                .setProperty("hibernate.dialect", SqliteDialect.class.getName())
                .setProperty("hibernate.hbm2ddl.auto", "validate")
                .setProperty(OPTIMIZER, optimizer)
                .addAnnotatedClass(Parcel.class)
                .buildSessionFactory();
    }

    @Test
    void a_number_is_taken_while_the_transaction_holds_the_lock() {
        try (var factory = validated("none")) {
            factory.inTransaction(session -> {
                for (int i = 0; i < 3; i++) {
                    session.persist(new Parcel());
                    session.flush();
                }
            });

            assertThat(factory.<Object>fromSession(session -> session.createNativeQuery(
                                    "select group_concat(id || typeof(code)) from Parcel", Object.class)
                            .getSingleResult()))
                    .isEqualTo("1text,2text,3text");
        }
    }

    @Test
    void numbers_of_a_transaction_that_is_rolled_back_are_given_once_more_and_no_row_has_them() {
        try (var factory = validated("none")) {
            try (var session = factory.openSession()) {
                session.beginTransaction();
                session.persist(new Parcel());
                session.flush();
                session.getTransaction().rollback();
            }
            for (int i = 0; i < 60; i++) {
                factory.inTransaction(session -> session.persist(new Parcel()));
            }

            assertThat(factory.<Long>fromSession(
                            session -> session.createQuery("select count(distinct id) from Parcel", Long.class)
                                    .getSingleResult()))
                    .isEqualTo(60);
        }
    }

    @Test
    void blocks_in_memory_are_refused_with_the_setting_to_write() {
        assertThatThrownBy(() -> validated("pooled"))
                .hasMessageContaining("set " + OPTIMIZER + "=none (spring.jpa.properties." + OPTIMIZER + "=none");
    }
}
