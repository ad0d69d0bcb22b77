package lamin.schema.internal.detect;

import lamin.schema.model.Table;

/** A table before and after. */
record TablePair(Table before, Table after) {
    boolean isRename() {
        return !before.name().equals(after.name());
    }

    /** Whether another module owns it now. */
    boolean isMove() {
        return !before.module().equals(after.module());
    }
}
