package eventflux.core.compile;

import eventflux.api.event.Column;
import eventflux.api.event.Schema;
import eventflux.api.spi.state.LongCell;
import eventflux.core.compile.pattern.RowProgramCompiler;
import eventflux.core.operator.KeyedTimer;
import eventflux.core.operator.RowPredicate;
import eventflux.core.operator.Stage;
import eventflux.core.operator.StreamJunction;
import eventflux.core.operator.match.MatchParts;
import eventflux.core.operator.match.MatchParts.Alarm;
import eventflux.core.operator.match.RowMatcher;
import eventflux.core.operator.match.RowProgram;
import eventflux.core.operator.pattern.MatchCompletion;
import eventflux.core.plan.Scan;
import eventflux.core.resolved.ResolvedMatch;
import eventflux.core.resolved.ResolvedPattern.Kind;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.state.OperatorState;
import eventflux.core.state.RecordPart;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes what reads the stream of a {@code MATCH_RECOGNIZE} and hands composed rows to the first stage of its query. */
final class MatchScan implements ScanCompiler {

    private final CompileScope scope;
    private final Scan.OfMatch scan;
    private final ResolvedMatch match;
    private final StreamJunction junction;
    private final RowLayout layout;
    private final Optional<PartitionCompiler> keys;

    MatchScan(CompileScope scope, Scan.OfMatch scan, Map<String, StreamJunction> junctions) {
        this.keys = scan.keys().map(plan -> new PartitionCompiler(scope, plan, junctions));
        keys.ifPresent(partition -> partition.prepare(scan.streams()));
        this.scope = keys.map(PartitionCompiler::scope).orElse(scope);
        this.scan = scan;
        this.match = scan.match();
        this.junction = keys.map(PartitionCompiler::junctions).orElse(junctions).get(match.stream());
        this.layout = new RowLayout(match.elements().schema());
    }

    @Override
    public RowLayout layout() {
        return layout;
    }

    @Override
    public RowLife life() {
        return RowLife.FOR_EVER;
    }

    @Override
    public boolean readsClock() {
        return keys.filter(PartitionCompiler::readsClock).isPresent()
                || match.within().isPresent()
                || match.conditions().anyMatch(ReadsTime::reads);
    }

    @Override
    public void feed(Stage first, boolean stepsByRow) {
        RowLayout extended = extended();
        RowProgramCompiler compiler = new RowProgramCompiler(
                match, scope.code(), scope.bindings(List.of()), extended, layout, new CollectedAggregates(scope)::make);
        RowProgram program = compiler.compile();
        RowPredicate filter = match.filter()
                .map(test -> scope.code().predicate(test, scope.bindings(junction.layout())))
                .orElse((row, context) -> true);
        RecordPart record = new RecordPart(scan.id(), scope.records());
        RowArena arena = new RowArena();
        OperatorState state = record.state(arena, "", layout, scope.symbols());
        MatchParts parts = new MatchParts(
                program,
                filter,
                compiler.completion().map(capture -> new MatchCompletion(capture, layout, scope.symbols())),
                matches(state),
                record,
                state,
                arena,
                alarm(state),
                junction.layout(),
                extended,
                match.previous(),
                layout,
                scope.symbols());
        RowMatcher matcher = new RowMatcher(parts, scope.context(), scope.failures(), first);
        scope.state().add(matcher);
        keys.ifPresent(partition -> partition.giveBackWhen(matcher::isEmpty));
        junction.add(matcher);
    }

    private Optional<LongCell> matches(OperatorState state) {
        boolean isAsked = match.elements().captured().stream().anyMatch(one -> one.kind() == Kind.MATCHES);
        return isAsked ? Optional.of(state.longCell("matches", 0)) : Optional.empty();
    }

    private Optional<Alarm> alarm(OperatorState state) {
        return match.within().isEmpty()
                ? Optional.empty()
                : Optional.of(new Alarm(
                        new KeyedTimer(scope.clock().timers(), scope.records(), state),
                        scope.clock().timers().nextOrder()));
    }

    // The columns of the stream, and behind them copies of columns of the row before.
    private RowLayout extended() {
        Schema schema = junction.layout().schema();
        List<Column> columns = new ArrayList<>(schema.columns());
        BitSet coded = junction.layout().codedColumns();
        for (int source : match.previous()) {
            int place = columns.size();
            columns.add(new Column("previous " + place, columns.get(source).type()));
            coded.set(place, coded.get(source));
        }
        return new RowLayout(new Schema(columns), coded);
    }
}
