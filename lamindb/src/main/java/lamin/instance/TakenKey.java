package lamin.instance;

/** The message of a key that another record has already. */
final class TakenKey {
    private TakenKey() {}

    /**
     * @param columns separated by commas
     * @param details what the database says besides: where, or which values
     */
    static String message(String columns, String details) {
        return "a record with this " + columns.replace(", ", " and ") + " already exists" + details;
    }
}
