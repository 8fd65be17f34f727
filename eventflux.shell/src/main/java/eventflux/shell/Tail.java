package eventflux.shell;

import eventflux.api.AppState;
import eventflux.api.Event;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.Registration;
import eventflux.api.event.Column;
import eventflux.api.event.Schema;
import eventflux.api.text.DateTimeText;
import eventflux.api.text.DecimalText;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Prints events as they come. The application's thread only puts them into a queue, which drops what a slow screen cannot take:
 * looking must not slow the application down. How many were dropped is printed at the next pause.
 */
final class Tail {

    private static final int QUEUE = 10_000;
    private static final long PAUSE_MILLIS = 200;
    private static final int LEAST_WIDTH = 8;
    private static final String GAP = "  ";

    private final EventFluxAppRuntime runtime;
    private final Schema schema;
    private final Screen screen;
    private final PrintStream out;
    private final DateTimeText time = DateTimeText.iso();
    private final BlockingQueue<Event> queue = new ArrayBlockingQueue<>(QUEUE);
    private final AtomicLong dropped = new AtomicLong();
    /** Grow with what was printed; used by the printing thread. */
    private final int[] widths;

    Tail(EventFluxAppRuntime runtime, Schema schema, Screen screen, PrintStream out) {
        this.runtime = runtime;
        this.schema = schema;
        this.screen = screen;
        this.out = out;
        this.widths = new int[schema.size()];
    }

    /** Prints so many events of a stream. */
    void stream(String stream, long count) {
        print(runtime.addCallback(stream, this::take), count);
    }

    /** Prints so many rows of a query, expired ones marked. */
    void query(String query, long count) {
        Registration registration = runtime.addCallback(query, (timestamp, current, expired) -> {
            take(current);
            take(expired);
        });
        print(registration, count);
    }

    private void take(Event[] events) {
        if (events == null) {
            return;
        }
        for (Event event : events) {
            if (!queue.offer(event)) {
                dropped.incrementAndGet();
            }
        }
    }

    private void print(Registration registration, long count) {
        try (registration) {
            say(heading());
            long left = count;
            while (left > 0 && (isAlive() || !queue.isEmpty())) {
                Event event = queue.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
                if (event == null) {
                    sayDropped();
                } else {
                    say(line(event));
                    left--;
                }
            }
            sayDropped();
        } catch (InterruptedException e) {
            // Ctrl-C is how a person ends it. The thread belongs to this command, so nobody else waits for the mark.
            sayDropped();
        }
    }

    private void say(String line) {
        out.println(line);
        out.flush();
        screen.flush().run();
    }

    private boolean isAlive() {
        AppState state = runtime.state();
        return state != AppState.STOPPED && state != AppState.FAILED;
    }

    private void sayDropped() {
        long count = dropped.getAndSet(0);
        if (count > 0) {
            say(screen.paint(Paint.FAINT, "(" + Counted.of(count, "event") + " more than could be shown)"));
        }
    }

    private String heading() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < schema.size(); i++) {
            Column column = schema.column(i);
            names.add(fit(column.name(), i));
        }
        String first = String.format("%-" + time.format(0).length() + "s", "time");
        return screen.paint(Paint.HEADING, (first + GAP + String.join(GAP, names)).stripTrailing());
    }

    private String line(Event event) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < schema.size(); i++) {
            cells.add(fit(text(event.data(i)), i));
        }
        String line = (time.format(event.timestamp()) + GAP + String.join(GAP, cells)).stripTrailing();
        return event.isExpired() ? screen.paint(Paint.FAINT, line + GAP + "expired") : line;
    }

    private String fit(String text, int column) {
        String clean = text.replaceAll("\\p{Cntrl}", " ");
        widths[column] = Math.max(Math.max(widths[column], LEAST_WIDTH), Table.width(clean));
        String blanks = " ".repeat(widths[column] - Table.width(clean));
        return schema.column(column).type().isNumeric() ? blanks + clean : clean + blanks;
    }

    private static String text(Object value) {
        if (value instanceof Double number) {
            return DecimalText.of(number);
        }
        if (value instanceof Float number) {
            return DecimalText.of(number);
        }
        return String.valueOf(value);
    }
}
