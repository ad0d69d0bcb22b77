package lamin.entities;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import lamin.schema.model.Sequence;
import lamin.schema.model.Sequence.NumberedColumn;
import lamin.schema.model.TableName;
import org.hibernate.annotations.IdGeneratorType;
import org.hibernate.boot.model.relational.QualifiedName;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.id.enhanced.SequenceStyleGenerator;
import org.hibernate.mapping.RootClass;
import org.jspecify.annotations.Nullable;

/** Reads the sequences from which Hibernate takes ids. */
final class SequenceReader {
    private final MetadataImplementor metadata;
    private final Problems problems;
    private final SortedMap<TableName, Sequence> sequences = new TreeMap<>();

    private SequenceReader(MetadataImplementor metadata, Problems problems) {
        this.metadata = metadata;
        this.problems = problems;
    }

    static Collection<Sequence> read(List<MappedTable> tables, MetadataImplementor metadata, Problems problems) {
        var reader = new SequenceReader(metadata, problems);
        tables.forEach(reader::read);
        return reader.sequences.values();
    }

    /** Whether Hibernate takes the value from a sequence, unless {@code @GenericGenerator} names another generator. */
    static boolean isNumbered(@Nullable Attribute attribute) {
        var generated = attribute == null ? null : attribute.annotation(GeneratedValue.class);
        return attribute != null
                && generated != null
                && !attribute.hasMeta(IdGeneratorType.class)
                && (generated.strategy() == GenerationType.SEQUENCE
                        || (generated.strategy() == GenerationType.AUTO && attribute.type() != UUID.class));
    }

    private void read(MappedTable table) {
        for (var column : table.columns()) {
            if (isNumbered(column.attribute())) {
                root(table).ifPresent(root -> read(table, column, root));
            }
        }
    }

    private Optional<RootClass> root(MappedTable table) {
        return metadata.getEntityBindings().stream()
                .filter(RootClass.class::isInstance)
                .map(RootClass.class::cast)
                .filter(root -> root.getTable().equals(table.table()))
                .findFirst();
    }

    private void read(MappedTable table, MappedColumn column, RootClass root) {
        if (root.getIdentifier().getColumnSpan() != 1) {
            problems.add(table.source() + "." + column.path(), "a part of a key cannot be generated; assign its value");
            return;
        }
        var generator = RunningHibernate.generator(root, metadata);
        if (generator instanceof SequenceStyleGenerator style) {
            style.registerExportables(metadata.getDatabase());
            var structure = style.getDatabaseStructure();
            var numbered = new NumberedColumn(table.name(), column.column().getName());
            if (table.naming().hasPrefix()) {
                problems.add(
                        table.source() + "." + column.path(),
                        "only Hibernate takes keys from a sequence, and other clients of LaminDB write rows too; write"
                                + " @GeneratedValue(strategy = GenerationType.IDENTITY)");
            } else if (structure.getIncrementSize() < 1) {
                problems.add(
                        table.source() + "." + column.path(),
                        "a sequence that counts down is not supported; make allocationSize positive");
            } else {
                add(
                        table,
                        new Sequence(
                                name(structure.getPhysicalName()),
                                table.module(),
                                structure.getInitialValue(),
                                structure.getIncrementSize(),
                                new TreeSet<>(List.of(numbered))));
            }
        }
    }

    private static TableName name(QualifiedName name) {
        var schema = name.getSchemaName();
        return TableName.of(
                schema == null ? null : schema.getText(), name.getObjectName().getText());
    }

    private void add(MappedTable table, Sequence sequence) {
        var other = sequences.get(sequence.name());
        if (other == null) {
            sequences.put(sequence.name(), sequence);
        } else if (other.module().equals(sequence.module())) {
            var numbers = new ArrayList<>(other.numbers());
            numbers.addAll(sequence.numbers());
            sequences.put(sequence.name(), other.withNumbers(numbers));
        } else {
            problems.add(
                    table.source(),
                    "module " + other.module() + " takes ids from sequence " + sequence.name()
                            + " too; give one of them another @SequenceGenerator(sequenceName = ...)");
        }
    }
}
