package eventflux.core.analyze;

import eventflux.api.query.StreamDefinition;
import eventflux.api.query.input.StreamInput;
import eventflux.api.query.node.Dialect;
import eventflux.api.query.node.StreamName;
import eventflux.api.query.node.StreamScope;
import eventflux.api.query.output.EventSelection;
import eventflux.api.query.output.InsertInto;
import eventflux.api.query.output.UnnamedOutput;
import eventflux.api.query.select.Query;
import eventflux.api.query.select.Select;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A query before its analysis.
 *
 * @param number its place among the queries of the text, from 1
 * @param name by annotation, or {@code query_N}
 * @param query the tree
 * @param dialect whose rules hold
 */
record QueryDraft(int number, String name, Query query, Dialect dialect) {

    /** Where a bare {@code SELECT} goes. */
    static final String DEFAULT_TARGET = "OutputStream";

    QueryDraft {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(dialect, "dialect");
    }

    /** The query of {@code CREATE STREAM x AS SELECT …}. */
    static QueryDraft filling(StreamDefinition definition, int number) {
        Query query = definition.query().orElseThrow();
        StreamName target = new StreamName(
                StreamScope.PLAIN, definition.name().text(), definition.name().position());
        InsertInto insert = new InsertInto(EventSelection.CURRENT, target, List.of(), target.position());
        return new QueryDraft(
                number,
                "query_" + number,
                new Query(query.commonTables(), query.body(), query.rate(), insert, query.position()),
                definition.dialect());
    }

    /** The stream that it reads, where it reads just one. */
    Optional<StreamName> input() {
        return query.body() instanceof Select select
                ? select.from()
                        .filter(StreamInput.class::isInstance)
                        .map(input -> ((StreamInput) input).stream())
                        .filter(stream -> stream.scope() == StreamScope.PLAIN)
                : Optional.empty();
    }

    /** The stream that it fills, if it does. */
    Optional<String> target() {
        if (query.output() instanceof InsertInto insert) {
            return insert.target().scope() == StreamScope.PLAIN
                    ? Optional.of(insert.target().text())
                    : Optional.empty();
        }
        return query.output() instanceof UnnamedOutput && dialect == Dialect.SQL
                ? Optional.of(DEFAULT_TARGET)
                : Optional.empty();
    }
}
