package lamin.find;

import lamin.schema.model.TableName;

/**
 * Where a record is.
 *
 * @param table the table of its registry
 */
public record RecordName(TableName table, String uid) {}
