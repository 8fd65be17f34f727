package eventflux.core.analyze.query;

import eventflux.api.query.AggregationDefinition;
import eventflux.api.query.StreamDefinition;
import eventflux.api.query.node.Dialect;
import eventflux.api.query.node.StreamName;
import eventflux.api.query.node.StreamScope;
import eventflux.api.query.output.EventSelection;
import eventflux.api.query.output.InsertInto;
import eventflux.api.query.output.UnnamedOutput;
import eventflux.api.query.select.Query;
import eventflux.core.analyze.definition.ReadStreams;
import eventflux.core.analyze.definition.Streams;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A query before its analysis.
 *
 * @param number its place among the queries of the text, from 1
 * @param name by annotation, or {@code query_N}
 * @param query the tree
 * @param dialect whose rules hold
 * @param partition the partition that it stands in; empty outside
 * @param beside the other branches of the union that it is the first branch of; what they give has a say in its types
 */
public record QueryDraft(int number, String name, Query query, Dialect dialect, String partition, List<Query> beside) {

    /** Where a bare {@code SELECT} goes. */
    static final String DEFAULT_TARGET = "OutputStream";

    public QueryDraft {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(dialect, "dialect");
        Objects.requireNonNull(partition, "partition");
        beside = List.copyOf(beside);
    }

    /** A query that is no branch of a union, or not the first. */
    public QueryDraft(int number, String name, Query query, Dialect dialect, String partition) {
        this(number, name, query, dialect, partition, List.of());
    }

    /** A query outside of partitions. */
    public QueryDraft(int number, String name, Query query, Dialect dialect) {
        this(number, name, query, dialect, "");
    }

    /** The query of {@code CREATE STREAM x AS SELECT …}. */
    public static QueryDraft filling(StreamDefinition definition, int number) {
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

    /** What an aggregation reads, as if it were a query that fills it; its number is given to it later. */
    public static QueryDraft feeding(AggregationDefinition definition) {
        StreamName target = new StreamName(
                StreamScope.PLAIN, definition.name().text(), definition.name().position());
        InsertInto insert = new InsertInto(EventSelection.CURRENT, target, List.of(), target.position());
        return new QueryDraft(
                0,
                definition.name().text(),
                new Query(List.of(), definition.select(), Optional.empty(), insert, definition.position()),
                definition.dialect());
    }

    /** The same as the first branch of a union. */
    QueryDraft beside(List<Query> branches) {
        return new QueryDraft(number, name, query, dialect, partition, branches);
    }

    /** The streams whose columns have to be known before its own are: those that it reads, and those beside it. */
    Stream<String> settling() {
        return Stream.concat(Stream.of(query), beside.stream())
                .flatMap(branch -> ReadStreams.of(branch, partition).stream());
    }

    /** The streams that it reads, each once. */
    List<String> inputs() {
        return ReadStreams.of(query, partition);
    }

    /** The stream that it fills, if it does. */
    Optional<String> target() {
        if (query.output() instanceof InsertInto insert) {
            return insert.target().scope() == StreamScope.FAULT
                    ? Optional.empty()
                    : Optional.of(Streams.name(insert.target(), partition));
        }
        return query.output() instanceof UnnamedOutput ? Optional.of(DEFAULT_TARGET) : Optional.empty();
    }
}
