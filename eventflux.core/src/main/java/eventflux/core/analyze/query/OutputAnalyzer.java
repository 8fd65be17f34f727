package eventflux.core.analyze.query;

import eventflux.api.error.Problem;
import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.query.node.Name;
import eventflux.core.analyze.definition.Streams;
import eventflux.core.analyze.expression.StreamColumns;
import eventflux.core.analyze.expression.Unresolved;
import eventflux.core.analyze.expression.Widening;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.analyze.query.SelectionAnalyzer.SelectedColumn;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedQuery.OutputColumn;
import eventflux.core.resolved.ResolvedStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings the columns of a query to those of the stream that it fills. Columns are matched by position, as SQL does and as the
 * reference's checks amount to, and values widen to the declared types; a stream that nobody declares gets the columns of the
 * first query that fills it.
 */
public final class OutputAnalyzer {

    private final Streams streams;
    private final ProblemLog problems;

    public OutputAnalyzer(Streams streams, ProblemLog problems) {
        this.streams = streams;
        this.problems = problems;
    }

    /**
     * The output in the target's form.
     *
     * @param columns the values in the types of the schema
     * @param schema the columns of the output
     */
    record Shaped(List<OutputColumn> columns, Schema schema) {}

    /** The output; empty when it does not fit the target, which has been reported. */
    Optional<Shaped> analyze(List<SelectedColumn> selected, OutputTarget target) {
        Optional<StreamColumns> declared = target.stream().flatMap(streams::find);
        if (declared.isPresent()) {
            return declared.filter(StreamColumns::isKnown).flatMap(stream -> fill(selected, stream, target));
        }
        List<SelectedColumn> named = rename(selected, target);
        StreamColumns columns = columns(named, target.stream().orElse(""));
        target.stream().ifPresent(name -> streams.infer(columns));
        return columns.unresolved().isEmpty()
                ? Optional.of(new Shaped(
                        named.stream()
                                .map(column -> new OutputColumn(column.name(), column.value()))
                                .toList(),
                        columns.schema()))
                : Optional.empty();
    }

    /** The columns under the names that {@code INSERT INTO T (a, b)} gives them. */
    private List<SelectedColumn> rename(List<SelectedColumn> selected, OutputTarget target) {
        List<Name> names = target.columns();
        if (names.isEmpty() || !isCount(names.size(), selected, target)) {
            return selected;
        }
        List<SelectedColumn> renamed = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            SelectedColumn column = selected.get(i);
            renamed.add(
                    new SelectedColumn(names.get(i).text(), column.value(), column.isAggregate(), column.position()));
        }
        return renamed;
    }

    private StreamColumns columns(List<SelectedColumn> selected, String name) {
        Map<String, DataType> types = new LinkedHashMap<>();
        Set<String> unresolved = new HashSet<>();
        for (SelectedColumn column : selected) {
            if (isUnresolved(column)) {
                unresolved.add(column.name());
            }
            if (types.putIfAbsent(column.name(), column.value().type()) != null) {
                problems.report(AnalysisError.DUPLICATE_COLUMN, column.position(), "column", column.name());
            }
        }
        List<Column> columns = new ArrayList<>();
        types.forEach((column, type) -> columns.add(new Column(column, type)));
        return columns.isEmpty()
                ? StreamColumns.unknown(name)
                : StreamColumns.of(name, new Schema(columns), unresolved);
    }

    private boolean isUnresolved(SelectedColumn column) {
        boolean isNull = Widening.isUntypedNull(column.value());
        if (isNull) {
            problems.report(AnalysisError.NULL_WITHOUT_TYPE, column.position());
        }
        return isNull || Unresolved.is(column.value());
    }

    private Optional<Shaped> fill(List<SelectedColumn> selected, StreamColumns stream, OutputTarget target) {
        Schema schema = stream.schema();
        Optional<List<Integer>> places =
                target.columns().isEmpty() ? all(selected, stream, target) : listed(selected, stream, target);
        if (places.isEmpty()) {
            return Optional.empty();
        }
        List<OutputColumn> columns = new ArrayList<>(Collections.nCopies(schema.size(), null));
        for (int i = 0; i < selected.size(); i++) {
            int place = places.get().get(i);
            columns.set(place, fill(selected.get(i), schema.column(place), stream, target));
        }
        for (int place = 0; place < schema.size(); place++) {
            if (columns.get(place) == null) {
                Column column = schema.column(place);
                columns.set(place, new OutputColumn(column.name(), new Expr.Constant(column.type(), null)));
            }
        }
        return Optional.of(new Shaped(columns, schema));
    }

    private OutputColumn fill(SelectedColumn selected, Column column, StreamColumns stream, OutputTarget target) {
        Expr value = selected.value();
        if (Unresolved.is(value) || stream.isUnresolved(column.name())) {
            return new OutputColumn(column.name(), value);
        }
        if (!Widening.fits(value, column.type())) {
            problems.report(
                    AnalysisError.WRONG_COLUMN_TYPE,
                    selected.position(),
                    "column",
                    column.name(),
                    "stream",
                    label(target),
                    "expected",
                    column.type(),
                    "given",
                    value.type());
            return new OutputColumn(column.name(), value);
        }
        return new OutputColumn(column.name(), Widening.to(value, column.type()));
    }

    private Optional<List<Integer>> all(List<SelectedColumn> selected, StreamColumns stream, OutputTarget target) {
        Schema schema = stream.schema();
        if (!isCount(schema.size(), selected, target)) {
            return Optional.empty();
        }
        List<String> names = selected.stream().map(SelectedColumn::name).toList();
        boolean isOtherOrder =
                !names.equals(schema.names()) && new HashSet<>(names).equals(new HashSet<>(schema.names()));
        if (isOtherOrder) {
            problems.report(
                    AnalysisError.COLUMNS_IN_OTHER_ORDER,
                    target.position(),
                    "stream",
                    label(target),
                    "expected",
                    String.join(", ", schema.names()),
                    "given",
                    String.join(", ", names));
        }
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < schema.size(); place++) {
            places.add(place);
        }
        return Optional.of(places);
    }

    private Optional<List<Integer>> listed(List<SelectedColumn> selected, StreamColumns stream, OutputTarget target) {
        List<Integer> places = new ArrayList<>();
        for (Name name : target.columns()) {
            int place = stream.schema().indexOf(name.text());
            if (place < 0) {
                problems.reportUnknown(
                        Problem.of(AnalysisError.UNKNOWN_COLUMN, "stream", stream.name(), "column", name),
                        name.position(),
                        name.text(),
                        stream.schema().names());
            } else if (places.contains(place)) {
                problems.report(AnalysisError.DUPLICATE_COLUMN, name.position(), "column", name);
            }
            places.add(place);
        }
        boolean isComplete = isCount(places.size(), selected, target) && !places.contains(-1);
        return isComplete ? Optional.of(places) : Optional.empty();
    }

    private boolean isCount(int expected, List<SelectedColumn> selected, OutputTarget target) {
        if (expected == selected.size()) {
            return true;
        }
        problems.report(
                AnalysisError.WRONG_COLUMN_COUNT,
                target.position(),
                "stream",
                label(target),
                "expected",
                expected,
                "given",
                selected.size());
        return false;
    }

    // What a query inside another fills has no name that an author knows.
    private static String label(OutputTarget target) {
        String name = target.stream().orElse("");
        if (!name.startsWith(ResolvedStream.GENERATED)) {
            return name;
        }
        return target.columns().isEmpty() ? "the first branch of the union" : "the list of names";
    }
}
