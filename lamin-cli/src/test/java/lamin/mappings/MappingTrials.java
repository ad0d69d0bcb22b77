package lamin.mappings;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import lamin.schema.model.SchemaModel;

/** The trials of mapping features with one version of Hibernate, in whose class loader they run. */
public interface MappingTrials {
    /** In the order of the page. */
    List<Trial> trials();

    /** Which of these can be read and used together; some need settings or names of their own. */
    List<List<String>> together(Collection<String> titles);

    /** The tables that the reader reads. */
    SchemaModel read(String module, Collection<String> titles);

    /** The names of the tables of each feature. */
    Map<String, List<String>> tables(Collection<String> titles);

    /** The statements of Hibernate's own schema tool. */
    List<String> ddl(String database, Collection<String> titles);

    /** Starts Hibernate on the database, then inserts, reads, updates and deletes a row for each feature. */
    Map<String, Outcome> run(String database, String url, Collection<String> titles, boolean validated);
}
