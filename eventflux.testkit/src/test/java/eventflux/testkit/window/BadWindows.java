package eventflux.testkit.window;

import eventflux.api.event.Row;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.RowQueue;
import eventflux.api.spi.state.Timer;
import eventflux.api.spi.window.ReadsNamedColumns;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowFactory;
import eventflux.api.spi.window.WindowMode;
import eventflux.api.spi.window.WindowOutput;
import java.util.ArrayList;
import java.util.List;

/** A window of the last two rows, right and with one mistake each. */
final class BadWindows {

    private static final int LENGTH = 2;

    private BadWindows() {}

    @Extension(
            kind = ExtensionKind.WINDOW,
            name = "lastTwo",
            description = "Keeps two rows.",
            examples = "from S#window.lastTwo() select a insert into O;")
    @ReadsNamedColumns
    public static final class Good implements WindowFactory {

        @Override
        public Window create(WindowContext context) {
            RowQueue kept = context.state().rowQueue("kept");
            return (row, now, out) -> slide(kept, row, out);
        }
    }

    private static void slide(RowQueue kept, Row row, WindowOutput out) {
        if (kept.size() == LENGTH) {
            out.expired(kept.first());
            kept.removeFirst();
        }
        kept.append(row);
        out.current(row);
    }

    @Extension(kind = ExtensionKind.WINDOW, name = "bad", description = "Reads a column that nobody named.")
    @ReadsNamedColumns
    static final class ReadsAColumnInSecret implements WindowFactory {

        @Override
        public Window create(WindowContext context) {
            return (row, now, out) -> {
                if (!row.isNull(0)) {
                    out.current(row);
                }
            };
        }
    }

    @Extension(kind = ExtensionKind.WINDOW, name = "bad", description = "Counts in a field.")
    static final class CountsInAField implements WindowFactory {

        @Override
        public Window create(WindowContext context) {
            return new Window() {
                private int count;

                @Override
                public void onRow(Row row, long now, WindowOutput out) {
                    if (++count % LENGTH == 0) {
                        out.current(row);
                    }
                }
            };
        }
    }

    @Extension(kind = ExtensionKind.WINDOW, name = "bad", description = "Keeps a list.")
    static final class KeepsAList implements WindowFactory {

        @Override
        public Window create(WindowContext context) {
            List<Long> seen = new ArrayList<>();
            return (row, now, out) -> seen.add(row.timestamp());
        }
    }

    @Extension(kind = ExtensionKind.WINDOW, name = "bad", description = "Lets rows go only when its timer goes off.")
    static final class WaitsForItsTimer implements WindowFactory {

        @Override
        public Window create(WindowContext context) {
            RowQueue kept = context.state().rowQueue("kept");
            Timer timer = context.timer();
            return new Window() {
                @Override
                public void onRow(Row row, long now, WindowOutput out) {
                    kept.append(row);
                    out.current(row);
                    timer.schedule(now + LENGTH);
                }

                @Override
                public void onTimer(long now, WindowOutput out) {
                    while (!kept.isEmpty()) {
                        out.expired(kept.first());
                        kept.removeFirst();
                    }
                }
            };
        }
    }

    @Extension(kind = ExtensionKind.WINDOW, name = "bad", description = "Lets a row go twice.")
    static final class ExpiresTwice implements WindowFactory {

        @Override
        public Window create(WindowContext context) {
            RowQueue kept = context.state().rowQueue("kept");
            return (row, now, out) -> {
                if (!kept.isEmpty()) {
                    out.expired(kept.first());
                }
                slide(kept, row, out);
            };
        }
    }

    @Extension(kind = ExtensionKind.WINDOW, name = "bad", description = "Lets the newest row go.")
    static final class ExpiresTheNewest implements WindowFactory {

        @Override
        public Window create(WindowContext context) {
            RowQueue oldest = context.state().rowQueue("oldest");
            RowQueue newest = context.state().rowQueue("newest");
            return (row, now, out) -> {
                if (oldest.isEmpty()) {
                    oldest.append(row);
                } else {
                    if (!newest.isEmpty()) {
                        out.expired(newest.first());
                        newest.clear();
                    }
                    newest.append(row);
                }
                out.current(row);
            };
        }
    }

    @Extension(
            kind = ExtensionKind.WINDOW,
            name = "bad",
            description = "Tells of the rows that left after those that came.")
    static final class TellsOldRowsLast implements WindowFactory {

        @Override
        public Window create(WindowContext context) {
            RowQueue last = context.state().rowQueue("last");
            return new Window() {
                @Override
                public void onRow(Row row, long now, WindowOutput out) {
                    out.current(row);
                    if (!last.isEmpty()) {
                        out.expired(last.first());
                    }
                    out.endStep();
                    last.clear();
                    last.append(row);
                }

                @Override
                public WindowMode mode() {
                    return WindowMode.BATCH;
                }
            };
        }
    }

    @Extension(kind = ExtensionKind.WINDOW, name = "bad", description = "Appends in place of a row that it tells of.")
    static final class TakesThePlaceTooEarly implements WindowFactory {

        @Override
        public Window create(WindowContext context) {
            RowQueue last = context.state().rowQueue("last");
            return new Window() {
                @Override
                public void onRow(Row row, long now, WindowOutput out) {
                    if (!last.isEmpty()) {
                        out.expired(last.first());
                        last.clear();
                    }
                    last.append(row);
                    out.current(row);
                }

                @Override
                public WindowMode mode() {
                    return WindowMode.BATCH;
                }
            };
        }
    }

    @Extension(kind = ExtensionKind.WINDOW, name = "bad", description = "Keeps a row that was lent for the call.")
    static final class KeepsTheLentRow implements WindowFactory {

        @Override
        public Window create(WindowContext context) {
            List<Row> kept = new ArrayList<>();
            return (row, now, out) -> {
                kept.forEach(out::expired);
                kept.clear();
                kept.add(row);
                out.current(row);
                out.endStep();
            };
        }
    }

    @Extension(kind = ExtensionKind.WINDOW, name = "bad", description = "Emits nothing when nobody wants expired rows.")
    static final class SilentWhenNobodyWantsExpiredRows implements WindowFactory {

        @Override
        public Window create(WindowContext context) {
            return context.expiredWanted() ? (row, now, out) -> out.current(row) : (row, now, out) -> {};
        }
    }

    @Extension(kind = ExtensionKind.WINDOW, name = "bad", description = "Sets its timer to a time that has come.")
    static final class RingsForEver implements WindowFactory {

        @Override
        public Window create(WindowContext context) {
            Timer timer = context.timer();
            return new Window() {
                @Override
                public void onRow(Row row, long now, WindowOutput out) {
                    timer.schedule(now);
                }

                @Override
                public void onTimer(long now, WindowOutput out) {
                    timer.schedule(now);
                }
            };
        }
    }

    @Extension(kind = ExtensionKind.WINDOW, name = "bad", description = "Reads the time and says that it does not.")
    static final class ReadsTimeInSecret implements WindowFactory {

        @Override
        public Window create(WindowContext context) {
            RowQueue kept = context.state().rowQueue("kept");
            LongCell last = context.state().longCell("last", 0);
            return new Window() {
                @Override
                public void onRow(Row row, long now, WindowOutput out) {
                    if (now > last.get()) {
                        slide(kept, row, out);
                    }
                    last.set(now);
                }

                @Override
                public boolean readsTime() {
                    return false;
                }
            };
        }
    }
}
