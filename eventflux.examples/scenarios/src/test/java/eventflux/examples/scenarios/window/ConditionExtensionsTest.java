package eventflux.examples.scenarios.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eventflux.api.AppState;
import eventflux.api.EngineOptions;
import eventflux.api.Event;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.api.Registration;
import eventflux.api.error.EventFluxException;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.function.Function;
import eventflux.api.spi.function.FunctionLibrary;
import eventflux.api.spi.window.RowCondition;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowFactory;
import eventflux.api.spi.window.WindowOutput;
import eventflux.testkit.time.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Functions come and go that only texts of rows call. */
class ConditionExtensionsTest {

    private static final String CALLING = "small(v)";
    private static final String COUNTING = "count() <= 2";

    private final List<String> kept = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private final EventFluxManager manager =
            EventFluxManager.create(new EngineOptions().withTimeSource(new VirtualTime(1)));

    /** What the texts call. */
    public static final class Library implements FunctionLibrary {

        /** Whether a number has one digit. */
        @Function(name = "small", description = "Whether a number has one digit.", examples = "small(7)")
        public static boolean small(int number) {
            return number < 10;
        }
    }

    /** A window that keeps to the condition that it began with. */
    @Extension(
            kind = ExtensionKind.WINDOW,
            name = "steady",
            description = "Lets rows pass for which a condition holds.",
            parameters = @Parameter(name = "condition", type = ParameterType.CONDITION, description = "The condition."),
            examples = "from In#window.steady(v > 3) select v insert into Out;")
    public static final class Steady implements WindowFactory {

        @Override
        public Window create(WindowContext context) {
            return new Passing(context.condition("condition"));
        }
    }

    private record Passing(RowCondition condition) implements Window {

        @Override
        public void onRow(eventflux.api.event.Row row, long now, WindowOutput out) {
            if (condition.test(row, row, row)) {
                out.current(row);
            }
        }
    }

    private EventFluxAppRuntime app() {
        EventFluxAppRuntime app =
                manager.createEventFluxAppRuntime("@OnError(action='stream') define stream In (v int, rule string);"
                        + " from In#window.expression(rule) select v, count() as n insert into Out;"
                        + " from !In select v insert into Failed;");
        app.addCallback("Out", events -> tell(events, kept));
        app.addCallback("Failed", events -> tell(events, failed));
        app.start();
        return app;
    }

    private static void tell(Event[] events, List<String> to) {
        for (Event event : events) {
            to.add(event.data(0) + (event.data().length > 1 ? " of " + event.data(1) : ""));
        }
    }

    private static void send(EventFluxAppRuntime app, int v, String rule) {
        app.inputHandler("In").send(new Event(1, v, rule));
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void callsAFunctionAsLongAsItIsThere() {
        // given
        Registration library = manager.register(new Library());
        EventFluxAppRuntime app = app();
        send(app, 1, CALLING);
        send(app, 2, CALLING);

        // when
        library.close();
        send(app, 3, CALLING);
        send(app, 4, COUNTING);

        // then
        assertThat(app.state()).isEqualTo(AppState.RUNNING);
        assertThat(kept).containsExactly("1 of 1", "2 of 2", "4 of 2");
        assertThat(failed).containsExactly("3");
    }

    @Test
    void callsAFunctionThatHasCome() {
        // given
        EventFluxAppRuntime app = app();
        send(app, 1, COUNTING);
        send(app, 2, CALLING);

        // when
        manager.register(new Library());
        send(app, 3, CALLING);

        // then
        assertThat(failed).containsExactly("2");
        assertThat(kept).containsExactly("1 of 1", "3 of 2");
    }

    @Test
    void givesNoWindowAConditionThatChangesUnlessItAsks() {
        // given
        manager.register(new Steady());

        // when
        EventFluxException refusal = catchThrowableOfType(
                EventFluxException.class,
                () -> manager.createEventFluxAppRuntime("define stream In (v int, rule string);"
                        + " from In#window.steady(rule) select v insert into Out;"));

        // then
        assertThat(refusal.problems()).hasSize(1);
        assertThat(refusal.problems().get(0).code().code()).isEqualTo("arguments-refused");
        assertThat(refusal.problems().get(0).position()).isPresent();
    }
}
