package eventflux.core;

import eventflux.api.event.Row;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.state.RowQueue;
import eventflux.api.spi.state.Timer;
import eventflux.api.spi.window.ReadsNamedColumns;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowFactory;
import eventflux.api.spi.window.WindowMode;
import eventflux.api.spi.window.WindowOutput;

/** The smallest windows of either kind, for tests of the engine. */
final class TestWindows {

    private TestWindows() {}

    @Extension(
            kind = ExtensionKind.WINDOW,
            name = "last",
            description = "The last rows.",
            parameters = @Parameter(name = "rows", type = ParameterType.INT, description = "How many."))
    @ReadsNamedColumns
    static final class Last implements WindowFactory {

        @Override
        public Window create(WindowContext context) {
            return new LastRows(
                    context.arguments().getInt("rows"), context.state().rowQueue("rows"));
        }
    }

    @Extension(
            kind = ExtensionKind.WINDOW,
            name = "tail",
            description = "The last rows, from somebody else.",
            parameters = @Parameter(name = "rows", type = ParameterType.INT, description = "How many."))
    static final class Tail implements WindowFactory {

        @Override
        public Window create(WindowContext context) {
            return new LastRows(
                    context.arguments().getInt("rows"), context.state().rowQueue("rows"));
        }
    }

    private record LastRows(int length, RowQueue rows) implements Window {

        LastRows {
            if (length < 1) {
                throw new IllegalArgumentException("The window keeps a row at least.");
            }
        }

        @Override
        public void onRow(Row row, long now, WindowOutput out) {
            if (rows.size() == length) {
                out.expired(rows.first());
                rows.removeFirst();
            }
            rows.append(row);
            out.current(row);
        }

        @Override
        public boolean readsTime() {
            return false;
        }
    }

    @Extension(
            kind = ExtensionKind.WINDOW,
            name = "every",
            description = "Batches by the clock.",
            parameters = @Parameter(name = "period", type = ParameterType.TIME, description = "How long."))
    static final class Every implements WindowFactory {

        @Override
        public Window create(WindowContext context) {
            return new EveryPeriod(
                    context.arguments().getMillis("period"), context.state().rowQueue("rows"), context.timer());
        }
    }

    private record EveryPeriod(long period, RowQueue rows, Timer timer) implements Window {

        @Override
        public void onRow(Row row, long now, WindowOutput out) {
            rows.append(row);
            if (!timer.isScheduled()) {
                timer.schedule(now + period);
            }
        }

        @Override
        public void onTimer(long now, WindowOutput out) {
            out.reset();
            for (Row row = rows.first(); row != null; row = rows.next()) {
                out.current(row);
            }
            out.endStep();
            rows.clear();
        }

        @Override
        public WindowMode mode() {
            return WindowMode.BATCH;
        }
    }
}
