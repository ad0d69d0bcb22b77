package lamin.schema.property;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Replay;
import lamin.schema.internal.operation.Reversal;
import lamin.schema.model.Owner;
import lamin.schema.model.SchemaModel;

/**
 * The migration of one module.
 *
 * @param before the state of all modules that it meets
 */
record Migrated(Owner owner, SchemaModel before, List<Operation> operations) {
    Migrated {
        operations = List.copyOf(operations);
    }

    SchemaModel after() {
        return Replay.of(before, owner, operations);
    }

    Migrated reversed() {
        return new Migrated(owner, after(), Reversal.of(before, owner, operations));
    }

    static List<Migrated> reversed(List<Migrated> migrations) {
        return migrations.reversed().stream().map(Migrated::reversed).toList();
    }

    static Stream<Operation> operations(List<Migrated> migrations) {
        return migrations.stream().flatMap(migration -> migration.operations().stream());
    }

    @Override
    public String toString() {
        var lines = new ArrayList<String>();
        lines.add("  module " + owner.module());
        operations.forEach(operation -> lines.add("    " + operation));
        return String.join("\n", lines);
    }
}
