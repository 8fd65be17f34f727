package eventflux.core.compile;

import eventflux.core.compile.pattern.PatternProgramCompiler;
import eventflux.core.operator.ComingRows;
import eventflux.core.operator.KeyedTimer;
import eventflux.core.operator.Stage;
import eventflux.core.operator.StreamJunction;
import eventflux.core.operator.pattern.ConsecutiveMatcher;
import eventflux.core.operator.pattern.EventMatcher;
import eventflux.core.operator.pattern.PatternEntry;
import eventflux.core.operator.pattern.PatternMatcher;
import eventflux.core.operator.pattern.PatternParts;
import eventflux.core.operator.pattern.PatternProgram;
import eventflux.core.plan.Scan;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.state.OperatorState;
import eventflux.core.state.RecordPart;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes what reads the streams of a pattern and hands composed rows to the first stage of its query. */
final class PatternScan implements ScanCompiler {

    private final CompileScope scope;
    private final Scan.OfPattern scan;
    private final Map<String, StreamJunction> junctions;
    private final RowLayout layout;
    private final Optional<PartitionCompiler> keys;

    PatternScan(CompileScope scope, Scan.OfPattern scan, Map<String, StreamJunction> junctions) {
        this.keys = scan.keys().map(plan -> new PartitionCompiler(scope, plan, junctions));
        keys.ifPresent(partition -> partition.prepare(scan.streams()));
        this.scope = keys.map(PartitionCompiler::scope).orElse(scope);
        this.scan = scan;
        this.junctions = keys.map(PartitionCompiler::junctions).orElse(junctions);
        this.layout = new RowLayout(scan.pattern().schema(), scan.coded());
    }

    @Override
    public RowLayout layout() {
        return layout;
    }

    @Override
    public RowLife life() {
        return RowLife.FOR_EVER;
    }

    /** Whether absences are timed, or conditions ask for the time. */
    @Override
    public boolean readsClock() {
        return keys.filter(PartitionCompiler::readsClock).isPresent()
                || scan.pattern()
                        .leaves()
                        .anyMatch(leaf -> leaf.absence()
                                        .filter(absence -> absence.millis() > 0)
                                        .isPresent()
                                || leaf.condition().filter(ReadsTime::reads).isPresent());
    }

    /** Lets events come, one entry for each stream. */
    @Override
    public void feed(Stage first, boolean stepsByRow) {
        List<String> streams = scan.streams();
        Map<String, RowLayout> layouts = new HashMap<>();
        streams.forEach(stream -> layouts.put(stream, layout(stream)));
        PatternProgram program = new PatternProgramCompiler(
                        scan.pattern(),
                        scope.code(),
                        scope.bindings(List.of()),
                        layout,
                        layouts,
                        new CollectedAggregates(scope)::make)
                .compile();
        EventMatcher matcher = matcher(parts(program), first);
        scope.state().add(matcher);
        keys.ifPresent(partition -> partition.giveBackWhen(matcher::isEmpty));
        for (int stream = 0; stream < streams.size(); stream++) {
            RowView event = new RowView(layouts.get(streams.get(stream)), scope.symbols());
            PatternEntry entry = new PatternEntry(matcher, stream, event);
            SharedWindow window = scope.windows().get(streams.get(stream));
            if (window == null) {
                junctions.get(streams.get(stream)).add(entry);
            } else {
                window.add(scan.id(), scope.routed(streams.get(stream), new ComingRows(entry), RowLife.FOR_EVER));
            }
        }
    }

    private EventMatcher matcher(PatternParts parts, Stage first) {
        return parts.program().isConsecutive()
                ? new ConsecutiveMatcher(parts, scope.context(), scope.failures(), first)
                : new PatternMatcher(parts, scope.context(), scope.clock(), scope.failures(), first);
    }

    private RowLayout layout(String stream) {
        SharedWindow window = scope.windows().get(stream);
        return window == null ? junctions.get(stream).layout() : window.layout();
    }

    private PatternParts parts(PatternProgram program) {
        RecordPart record = new RecordPart(scan.id(), scope.records());
        RowArena arena = new RowArena();
        OperatorState state = record.state(arena, "", layout, scope.symbols());
        KeyedTimer timer = new KeyedTimer(scope.clock().timers(), scope.records(), state);
        return new PatternParts(
                program,
                record,
                state,
                arena,
                timer,
                layout,
                scope.symbols(),
                scope.state().size());
    }
}
