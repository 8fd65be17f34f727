package eventflux.core.analyze.partition;

import eventflux.api.error.Problem;
import eventflux.api.event.DataType;
import eventflux.api.query.QueryStatement;
import eventflux.api.query.definition.LabelledRange;
import eventflux.api.query.definition.PartitionKey;
import eventflux.api.query.definition.PartitionKeyVisitor;
import eventflux.api.query.definition.RangeKey;
import eventflux.api.query.definition.ValueKey;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.input.Input;
import eventflux.api.query.input.JoinInput;
import eventflux.api.query.input.PatternInput;
import eventflux.api.query.input.StreamInput;
import eventflux.api.query.node.StreamName;
import eventflux.api.query.node.StreamScope;
import eventflux.api.query.select.Select;
import eventflux.core.analyze.definition.ReadStreams;
import eventflux.core.analyze.definition.Streams;
import eventflux.core.analyze.expression.ExpressionAnalyzer;
import eventflux.core.analyze.expression.ExpressionContext;
import eventflux.core.analyze.expression.KeyTypes;
import eventflux.core.analyze.expression.Scope;
import eventflux.core.analyze.expression.SingleInput;
import eventflux.core.analyze.expression.StreamColumns;
import eventflux.core.analyze.expression.Unresolved;
import eventflux.core.analyze.expression.Widening;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedPartition;
import eventflux.core.resolved.ResolvedPartition.ByRange;
import eventflux.core.resolved.ResolvedPartition.ByValue;
import eventflux.core.resolved.ResolvedPartition.Range;
import eventflux.core.resolved.ResolvedPartition.StreamKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Resolves the keys of partitions, when the columns of all streams are known. Several keys of one stream are one key of several
 * values. Keys of different streams are brought to one type: numbers to the widest, all else to texts, as the reference compares
 * them.
 */
public final class PartitionAnalyzer {

    private final Streams streams;
    private final ExpressionContext context;
    private final ProblemLog problems;

    /** For keys in statements of one dialect. */
    public PartitionAnalyzer(Streams streams, ExpressionContext context) {
        this.streams = streams;
        this.context = context;
        this.problems = context.problems();
    }

    /** The partition; its keys are incomplete where problems have been reported. */
    public ResolvedPartition analyze(PartitionDraft draft) {
        Keys keys = new Keys();
        draft.statement().keys().forEach(key -> key.accept(keys));
        List<DataType> types = keys.types(draft.statement().keys());
        draft.statement().queries().forEach(query -> reportWindows(query, keys));
        return new ResolvedPartition(
                draft.name(),
                keys.resolved(types),
                types,
                streams.inside(draft.name()),
                draft.queries(),
                new PartitionAnnotations(problems).purge(draft.statement()));
    }

    /**
     * The keys of one pattern.
     *
     * @param by what each event of its streams has
     * @param read its streams
     */
    public ResolvedPartition ofPattern(List<Expression> by, List<StreamName> read) {
        Keys keys = new Keys();
        List<PartitionKey> written = new ArrayList<>();
        for (StreamName stream : read) {
            by.forEach(value -> written.add(new ValueKey(value, stream, value.position())));
        }
        written.forEach(key -> key.accept(keys));
        List<DataType> types = keys.types(written);
        return ResolvedPartition.ofPattern(keys.resolved(types), types);
    }

    // A part has to see each row come that it sees leave, and a part without a key of the window is younger than some
    // of its rows; a join looks into the window itself.
    private void reportWindows(QueryStatement query, Keys keys) {
        Optional<String> window = ReadStreams.of(query.query(), "").stream()
                .filter(name -> streams.window(name).isPresent())
                .findFirst();
        Optional<Input> input = query.query().body() instanceof Select select ? select.from() : Optional.<Input>empty();
        boolean isPattern = input.filter(PatternInput.class::isInstance).isPresent();
        boolean isKeyed = input.filter(StreamInput.class::isInstance).isPresent()
                && window.filter(keys::has).isPresent();
        boolean isJoin = input.filter(JoinInput.class::isInstance).isPresent();
        if (window.isPresent() && !isPattern && !isKeyed && !isJoin) {
            problems.reportUnsupported(
                    "a named window in a partition, but by its key, in joins and in patterns,",
                    input.map(Input::position).orElse(query.query().position()));
        }
    }

    /** The keys of one partition. */
    private final class Keys implements PartitionKeyVisitor<Void> {

        private final Map<String, List<Expr>> values = new LinkedHashMap<>();
        private final Map<String, ByRange> ranges = new LinkedHashMap<>();

        @Override
        public Void visitValueKey(ValueKey key) {
            Expr value = new ExpressionAnalyzer(context, scope(key.stream())).analyze(key.value());
            KeyTypes.require(value, key.value().position(), problems);
            String stream = key.stream().text();
            if (ranges.containsKey(stream)) {
                problems.report(AnalysisError.DUPLICATE_PARTITION_KEY, key.position(), "stream", stream);
            }
            values.computeIfAbsent(stream, name -> new ArrayList<>()).add(value);
            return null;
        }

        @Override
        public Void visitRangeKey(RangeKey key) {
            ExpressionAnalyzer conditions = new ExpressionAnalyzer(context, scope(key.stream()));
            List<Range> resolved = new ArrayList<>();
            for (LabelledRange range : key.ranges()) {
                resolved.add(new Range(
                        conditions.condition(range.condition()), range.label().value()));
            }
            String stream = key.stream().text();
            if (values.containsKey(stream) || ranges.put(stream, new ByRange(stream, resolved)) != null) {
                problems.report(AnalysisError.DUPLICATE_PARTITION_KEY, key.position(), "stream", stream);
            }
            return null;
        }

        private Scope scope(StreamName stream) {
            if (stream.scope() != StreamScope.PLAIN) {
                problems.add(Problem.of(AnalysisError.UNKNOWN_STREAM, "stream", stream.qualified())
                        .at(stream.position()));
                return Scope.of(new SingleInput(StreamColumns.unknown(stream.text()), Optional.empty(), 0));
            }
            return Scope.of(new SingleInput(streams.read(stream, problems), Optional.empty(), 0));
        }

        boolean has(String stream) {
            return values.containsKey(stream) || ranges.containsKey(stream);
        }

        /** What the values of a key have in common over all streams. */
        List<DataType> types(List<PartitionKey> written) {
            int size = ranges.isEmpty() ? values.values().iterator().next().size() : 1;
            for (PartitionKey key : written) {
                if (key instanceof ValueKey value
                        && values.get(value.stream().text()).size() != size) {
                    problems.report(
                            AnalysisError.PARTITION_KEY_COUNT,
                            key.position(),
                            "stream",
                            value.stream().text());
                    return List.of();
                }
            }
            List<DataType> types = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                int place = i;
                List<Expr> same =
                        values.values().stream().map(key -> key.get(place)).toList();
                types.add(ranges.isEmpty() ? Widening.common(same).orElse(DataType.STRING) : DataType.STRING);
            }
            return types;
        }

        List<StreamKey> resolved(List<DataType> types) {
            List<StreamKey> resolved = new ArrayList<>();
            values.forEach((stream, key) -> resolved.add(new ByValue(stream, toTypes(key, types))));
            resolved.addAll(ranges.values());
            return resolved;
        }

        private static List<Expr> toTypes(List<Expr> values, List<DataType> types) {
            List<Expr> widened = new ArrayList<>();
            for (int i = 0; i < types.size(); i++) {
                widened.add(toType(values.get(i), types.get(i)));
            }
            return widened;
        }

        private static Expr toType(Expr value, DataType type) {
            if (Unresolved.is(value) || value.type() == type) {
                return value;
            }
            return Widening.fits(value, type) ? Widening.to(value, type) : new Expr.Convert(value, type);
        }
    }
}
