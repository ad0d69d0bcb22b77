package lamin.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Entities of a shop in two states, whose difference has an operation of every kind that the detector finds.
 *
 * @param folder of the root package of the module
 * @param module its name, which is the prefix of its tables
 */
record ShopEntities(Path folder, String module) {
    /** Writes one of two states, {@code before} or {@code after}. */
    void write(String state) throws IOException {
        boolean isAfter = state.equals("after");
        entity(
                "Vendor",
                "",
                isAfter
                        ? "@Column(length = 30, nullable = false, comment = \"as on the invoice\") String name;"
                        : "@Column(length = 20) String name;");
        Files.deleteIfExists(source(isAfter ? "Kit" : "Panel"));
        Files.deleteIfExists(source(isAfter ? "Spare" : "Rack"));
        Files.deleteIfExists(source(isAfter ? "Dog" : "Doge"));
        if (isAfter) {
            entity("Panel", "@lamin.schema.RenamedFrom(\"Kit\")", "@Column(length = 9) String lot; Boolean sealed;");
            entity(
                    "Rack",
                    "@Table(comment = \"in the cold room\")",
                    "double depth; java.time.Instant seen; java.util.UUID tag; byte[] photo; java.math.BigDecimal price;");
            entity("Doge", "@Table(name = \"" + module + "_dog\")", "@Column(name = \"bark\") Integer woof;");
            entity("Probe", """
                    @Table(comment = "one tube", indexes = {@Index(name = "probe_code_ix", columnList = "code"),
                            @Index(columnList = "note")},
                        uniqueConstraints = {@UniqueConstraint(name = "probe_label_key", columnNames = "title"),
                            @UniqueConstraint(columnNames = "note")},
                        check = @CheckConstraint(name = "probe_size", constraint = "size >= 0"))""", """
                    @Column(length = 20, nullable = false) String code;
                    @lamin.schema.RenamedFrom("label") @Column(length = 10) String title;
                    @org.hibernate.annotations.ColumnDefault("5") Long size;
                    @Column(length = 80) String note;
                    @org.hibernate.annotations.OnDelete(action = org.hibernate.annotations.OnDeleteAction.CASCADE)
                    @ManyToOne Vendor vendor;
                    @ManyToOne Panel panel;
                    @ElementCollection @Column(nullable = false) java.util.Set<String> aliases;""");
        } else {
            entity("Kit", "", "@Column(length = 9) String lot;");
            entity("Spare", "", "int count;");
            entity("Dog", "", "Integer bark;");
            entity("Probe", """
                    @Table(indexes = {@Index(name = "probe_code", columnList = "code"), @Index(columnList = "size")},
                        uniqueConstraints = @UniqueConstraint(name = "probe_label", columnNames = "label"),
                        check = @CheckConstraint(name = "probe_size", constraint = "size > 0"))""", """
                    @Column(length = 20, nullable = false) String code;
                    @Column(length = 10) String label;
                    Integer size;
                    @Column(length = 50) String remark;
                    @ManyToOne Vendor vendor;
                    @ElementCollection @Column(nullable = false) java.util.List<String> aliases;""");
        }
    }

    private Path source(String simpleName) {
        return folder.resolve(simpleName + ".java");
    }

    private void entity(String name, String annotations, String fields) throws IOException {
        Files.writeString(source(name), """
                package lnschema_%s;

                import jakarta.persistence.*;

                @Entity
                %s
                public class %s {
                    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id;
                    %s
                }
                """.formatted(module, annotations, name, fields));
    }
}
