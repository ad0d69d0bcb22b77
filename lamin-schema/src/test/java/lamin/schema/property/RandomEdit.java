package lamin.schema.property;

/** Every kind of change that a person makes to a model. Each says whether it found something to change. */
enum RandomEdit {
    ADD_TABLE {
        @Override
        boolean apply(Editor editor) {
            return editor.parts.addTable();
        }
    },
    DROP_TABLE {
        @Override
        boolean apply(Editor editor) {
            return editor.draft.tables.size() > 1
                    && editor.onTable(table -> {
                        editor.draft.drop(table);
                        return true;
                    });
        }
    },
    RENAME_TABLE {
        @Override
        boolean apply(Editor editor) {
            return editor.onTable(editor::renameTable);
        }
    },
    SWAP_TABLES {
        @Override
        boolean apply(Editor editor) {
            return editor.onTable(editor::swapName);
        }
    },
    RENAME_ENTITY {
        @Override
        boolean apply(Editor editor) {
            return editor.onTable(table -> {
                table.entity = "Thing" + editor.number();
                return true;
            });
        }
    },
    MOVE_TABLE {
        @Override
        boolean apply(Editor editor) {
            return editor.onTable(editor::move);
        }
    },
    COMMENT_TABLE {
        @Override
        boolean apply(Editor editor) {
            return editor.onTable(table -> {
                table.comment = table.comment == null ? editor.columns.comment() : null;
                return true;
            });
        }
    },
    ADD_SEQUENCE {
        @Override
        boolean apply(Editor editor) {
            return editor.parts.addSequence();
        }
    },
    RENAME_SEQUENCE {
        @Override
        boolean apply(Editor editor) {
            return editor.onSequence(sequence ->
                    sequence.name = sequence.name.renamed(sequence.module + "_" + editor.draft.freshName()));
        }
    },
    CHANGE_SEQUENCE {
        @Override
        boolean apply(Editor editor) {
            return editor.onSequence(sequence -> {
                sequence.increment = editor.dice.oneOf(1, 10, 50);
                sequence.start = editor.dice.oneOf(1, 7, 1000);
                editor.parts.numbered(sequence.module).ifPresent(sequence.numbers::add);
            });
        }
    },
    DROP_SEQUENCE {
        @Override
        boolean apply(Editor editor) {
            return editor.onSequence(editor.draft.sequences::remove);
        }
    },
    ADD_COLUMN {
        @Override
        boolean apply(Editor editor) {
            return editor.onTable(editor.parts::addColumn);
        }
    },
    ADD_GENERATED_COLUMN {
        @Override
        boolean apply(Editor editor) {
            return editor.onTable(editor.parts::addGenerated);
        }
    },
    DROP_COLUMN {
        @Override
        boolean apply(Editor editor) {
            return editor.onColumn(column -> true, editor::dropColumn);
        }
    },
    RENAME_COLUMN {
        @Override
        boolean apply(Editor editor) {
            return editor.onColumn(column -> true, editor::renameColumn);
        }
    },
    RENAME_PROPERTY {
        @Override
        boolean apply(Editor editor) {
            return editor.onColumn(column -> true, (table, column) -> {
                column.property = "property" + editor.number();
                return true;
            });
        }
    },
    SWAP_COLUMNS {
        @Override
        boolean apply(Editor editor) {
            return editor.onColumn(column -> column.formerName != null, editor::swapName);
        }
    },
    CHANGE_TYPE {
        @Override
        boolean apply(Editor editor) {
            return editor.onColumn(DraftColumn::isPlain, editor::changeType);
        }
    },
    CHANGE_TYPE_OF_KEY {
        @Override
        boolean apply(Editor editor) {
            return editor.onColumn(DraftColumn::isPlain, editor::changeTypeOfKey);
        }
    },
    CHANGE_NULLABILITY {
        @Override
        boolean apply(Editor editor) {
            return editor.onColumn(DraftColumn::isPlain, editor::changeNullability);
        }
    },
    CHANGE_DEFAULT {
        @Override
        boolean apply(Editor editor) {
            return editor.onColumn(DraftColumn::isPlain, (table, column) -> {
                if (column.formerName == null || column.isReference) {
                    return false; // a reference dropped and added again would point to a default that nothing has
                }
                column.defaultValue = column.defaultValue == null || editor.dice.chance(40)
                        ? editor.columns.defaultValue(column)
                        : null;
                return true;
            });
        }
    },
    CHANGE_IDENTITY {
        @Override
        boolean apply(Editor editor) {
            return editor.onColumn(column -> column.formerName != null, editor::changeIdentity);
        }
    },
    CHANGE_COLLATION {
        @Override
        boolean apply(Editor editor) {
            return editor.onColumn(column -> column.isPlain() && RandomColumns.isText(column.type), (table, column) -> {
                column.collation = column.collation == null ? editor.columns.collation() : null;
                return true;
            });
        }
    },
    CHANGE_COMMENT {
        @Override
        boolean apply(Editor editor) {
            return editor.onColumn(column -> true, (table, column) -> {
                column.comment = column.comment == null ? editor.columns.comment() : null;
                return true;
            });
        }
    },
    CHANGE_GENERATION {
        @Override
        boolean apply(Editor editor) {
            return editor.onColumn(column -> column.name.equals(column.formerName), editor::changeGeneration);
        }
    },
    CHANGE_CONSTANTS {
        @Override
        boolean apply(Editor editor) {
            return editor.onColumn(column -> !column.constants.isEmpty(), editor::changeConstants);
        }
    },
    ADD_PRIMARY_KEY {
        @Override
        boolean apply(Editor editor) {
            return editor.onTable(editor.parts::addPrimaryKey) || editor.onTable(editor::addIdentity);
        }
    },
    DROP_PRIMARY_KEY {
        @Override
        boolean apply(Editor editor) {
            return editor.onTable(editor::dropPrimaryKey);
        }
    },
    ADD_FOREIGN_KEY {
        @Override
        boolean apply(Editor editor) {
            return editor.onTable(editor.parts::addReference);
        }
    },
    CHANGE_FOREIGN_KEY {
        @Override
        boolean apply(Editor editor) {
            return editor.onTable(table -> editor.dice
                    .oneOf(table.references)
                    .map(key -> {
                        key.deferrable = !key.deferrable;
                        key.onDelete =
                                editor.parts.onDelete(key.columns.stream().allMatch(column -> column.nullable));
                        return true;
                    })
                    .orElse(false));
        }
    },
    DROP_FOREIGN_KEY {
        @Override
        boolean apply(Editor editor) {
            return editor.onTable(table -> editor.dice
                    .oneOf(table.references)
                    .map(table.references::remove)
                    .orElse(false));
        }
    },
    ADD_UNIQUE {
        @Override
        boolean apply(Editor editor) {
            return editor.onTable(editor.parts::addUnique);
        }
    },
    DROP_UNIQUE {
        @Override
        boolean apply(Editor editor) {
            return editor.onTable(table -> editor.dice
                    .oneOf(table.uniques)
                    .map(unique -> editor.dropKey(table, unique))
                    .orElse(false));
        }
    },
    ADD_CHECK {
        @Override
        boolean apply(Editor editor) {
            return editor.onTable(editor.parts::addCheck);
        }
    },
    DROP_CHECK {
        @Override
        boolean apply(Editor editor) {
            return editor.onTable(table ->
                    editor.dice.oneOf(table.checks).map(table.checks::remove).orElse(false));
        }
    },
    RENAME_CONSTRAINT {
        @Override
        boolean apply(Editor editor) {
            return editor.onTable(editor::renameConstraint);
        }
    },
    ADD_INDEX {
        @Override
        boolean apply(Editor editor) {
            return editor.onTable(editor.parts::addIndex);
        }
    },
    DROP_INDEX {
        @Override
        boolean apply(Editor editor) {
            return editor.onTable(table ->
                    editor.dice.oneOf(table.indexes).map(table.indexes::remove).orElse(false));
        }
    },
    CHANGE_PREDICATE {
        @Override
        boolean apply(Editor editor) {
            return editor.onTable(editor.parts::changePredicate);
        }
    },
    RENAME_INDEX {
        @Override
        boolean apply(Editor editor) {
            return editor.onTable(table -> editor.dice
                    .oneOf(table.indexes)
                    .map(index -> {
                        index.name = index.name == null || editor.dice.chance(50) ? editor.draft.freshName() : null;
                        return true;
                    })
                    .orElse(false));
        }
    };

    abstract boolean apply(Editor editor);
}
