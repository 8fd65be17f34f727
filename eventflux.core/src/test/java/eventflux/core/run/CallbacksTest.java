package eventflux.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.Event;
import eventflux.api.Registration;
import eventflux.core.operator.RowFailures;
import eventflux.core.row.RowView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallbacksTest {

    private final RunningApp app = RunningApp.started();
    private final List<String> failed = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();
    private final Callbacks callbacks = new Callbacks(app.agent, new Failures());

    private final class Failures implements RowFailures {

        @Override
        public void rowFailed(String where, RowView row, Throwable cause) {
            failed(where, String.valueOf(row), cause);
        }

        @Override
        public void failed(String where, String what, Throwable cause) {
            failed.add(where + " on " + what + ": " + cause.getMessage());
        }
    }

    private void send(int... numbers) {
        app.input.send(
                Arrays.stream(numbers).mapToObj(n -> new Event(n, n, "k")).toArray(Event[]::new));
    }

    @Test
    void seeTheEventsOfAStream() {
        callbacks.onStream("S", events -> seen.add(Arrays.toString(events)));

        send(1, 2);
        send(3);

        assertThat(seen).containsExactly("[@1[1, k], @2[2, k]]", "[@3[3, k]]");
    }

    @Test
    void seeNothingAnyMoreOnceTheyWereTakenBack() {
        Registration registration = callbacks.onRows("S", row -> seen.add(row.toString()));
        send(1);

        registration.close();
        registration.close();
        send(2);

        assertThat(seen).containsExactly("@1[1, k]");
        assertThat(app.seen()).hasSize(2);
    }

    @Test
    void mayTakeThemselvesBack() {
        Registration[] registration = new Registration[1];
        registration[0] = callbacks.onStream("S", events -> {
            seen.add(events[0].toString());
            registration[0].close();
        });

        send(1);
        send(2);

        assertThat(seen).containsExactly("@1[1, k]");
    }

    @Test
    void doNoHarmWhenTheyFail() {
        callbacks.onStream("S", events -> {
            throw new IllegalStateException("events");
        });
        callbacks.onStream("S", events -> seen.add(Arrays.toString(events)));

        send(1, 2);

        assertThat(failed)
                .containsExactly("callback on stream S on 2 rows together, the first of them @1[1, k]: events");
        assertThat(seen).containsExactly("[@1[1, k], @2[2, k]]");
    }

    @Test
    void nameTheOneRowThatTheyFailedOn() {
        callbacks.onStream("S", events -> {
            throw new IllegalStateException("events");
        });

        send(7);

        assertThat(failed).containsExactly("callback on stream S on @7[7, k]: events");
    }

    @Test
    void seeTheRowsAfterOneThatTheyFailedOn() {
        callbacks.onRows("S", row -> {
            if (row.getInt(0) == 2) {
                throw new IllegalStateException("two");
            }
            seen.add(row.toString());
        });

        send(1, 2, 3);

        assertThat(seen).containsExactly("@1[1, k]", "@3[3, k]");
        assertThat(failed).containsExactly("callback on stream S on @2[2, k]: two");
    }

    @Test
    void areAttachedToThePipelineThatIsPutInPlace() {
        RunningApp later = RunningApp.created();
        Callbacks early = new Callbacks(later.agent, (where, row, cause) -> failed.add(where));
        early.onRows("S", row -> seen.add(row.toString()));

        later.start();
        later.agent.asOwner(() -> early.attach(later.agent.pipeline()));
        later.input.send(1, new Object[] {1, "k"});

        assertThat(seen).containsExactly("@1[1, k]");
    }

    @Test
    void letGoOfThePipeline() {
        Registration registration = callbacks.onRows("S", row -> seen.add(row.toString()));

        app.agent.asOwner(callbacks::detach);
        send(1);
        assertThat(seen).isEmpty();

        app.agent.asOwner(() -> callbacks.attach(app.agent.pipeline()));
        send(2);
        registration.close();
        send(3);
        assertThat(seen).containsExactly("@2[2, k]");
    }
}
