package eventflux.core.compile;

import eventflux.api.event.Column;
import eventflux.api.event.Schema;
import eventflux.api.spi.state.StateFactory;
import eventflux.api.spi.state.Timer;
import eventflux.api.spi.stream.StreamFunctionContext;
import eventflux.core.operator.KeyedTimer;
import eventflux.core.resolved.ResolvedQuery.StreamCall;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.state.RecordPart;
import java.util.List;
import java.util.Optional;

/** What a stream function is made from; notes what it asks for. Used by the thread that compiles. */
final class CompiledStreamContext implements StreamFunctionContext {

    private static final String OF_ARGUMENTS = "arguments.";

    private final CompileScope scope;
    private final StreamCall call;
    private final RecordPart part;
    private final RowLayout input;
    private final RowLayout arguments;
    private final RowArena arena = new RowArena();
    // Both are written while the function is created.
    private KeyedTimer alarm;
    private boolean isAsked;

    CompiledStreamContext(CompileScope scope, StreamCall call, RecordPart part, RowLayout input, RowLayout arguments) {
        this.scope = scope;
        this.call = call;
        this.part = part;
        this.input = input;
        this.arguments = arguments;
    }

    @Override
    public String application() {
        return scope.extensions().application();
    }

    @Override
    public Schema schema() {
        return input.schema();
    }

    @Override
    public Schema arguments() {
        return arguments.schema();
    }

    @Override
    public List<Object> constants() {
        return call.constants();
    }

    @Override
    public List<Column> added() {
        return call.adds();
    }

    @Override
    public StateFactory state() {
        isAsked = true;
        return part.state(arena, "", input, scope.symbols());
    }

    @Override
    public StateFactory argumentState() {
        isAsked = true;
        return part.state(arena, OF_ARGUMENTS, arguments, scope.symbols());
    }

    @Override
    public Timer timer() {
        if (alarm == null) {
            alarm = new KeyedTimer(scope.clock().timers(), scope.records(), state());
        }
        return alarm;
    }

    /** The alarm, if it was asked for. */
    Optional<KeyedTimer> alarm() {
        return Optional.ofNullable(alarm);
    }

    /** Whether the function remembers anything. */
    boolean isAsked() {
        return isAsked;
    }
}
