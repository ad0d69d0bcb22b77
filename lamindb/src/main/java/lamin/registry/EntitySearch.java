package lamin.registry;

import java.util.ArrayList;
import java.util.List;
import lamin.catalog.Catalog;
import lamin.catalog.CatalogTable;
import lamin.search.SearchRanking;
import org.hibernate.Session;

/** Searches the records of an entity, with the same ranking as in an instance's tables. */
record EntitySearch(Sessions sessions, Class<?> entity) {

    /** The ids of the records that a text finds, the best ones first. */
    List<Object> ids(Session session, String text) {
        var table = sessions.tables().table(entity);
        var ranking = ranking(table, text);
        var condition = ranking.condition();
        var order = ranking.order();
        var parameters = new ArrayList<>(condition.parameters());
        parameters.addAll(order.parameters());
        var sql = "select t0.id from %s t0 where %s order by %s, t0.id desc"
                .formatted(table.quoted(), condition.sql(), order.sql());
        return session.doReturningWork(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.size(); i++) {
                    statement.setString(i + 1, parameters.get(i));
                }
                try (var rows = statement.executeQuery()) {
                    var ids = new ArrayList<>();
                    while (rows.next()) {
                        ids.add(sessions.typed(entity, rows.getLong(1)));
                    }
                    return ids;
                }
            }
        });
    }

    private SearchRanking ranking(CatalogTable table, String text) {
        return SearchRanking.of(table.columnNames(), "t0.", Catalog.likeOperator(sessions.database()), text);
    }
}
