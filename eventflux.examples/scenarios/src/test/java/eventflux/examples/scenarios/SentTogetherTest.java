package eventflux.examples.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.EngineOptions;
import eventflux.api.Event;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.testkit.time.VirtualTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That the rows of one call of a sender are one batch. */
class SentTogetherTest {

    private final List<String> rows = new ArrayList<>();

    @Test
    void whatIsSentAtOnceIsABatch() {
        // given
        String text = """
                define stream In (v int);
                from In[v > 0]#window.batch() select sum(v) as total, count() as n insert into Out;
                """;

        // when
        send(text, new int[] {1, 2, 3}, new int[] {4}, new int[] {-5}, new int[] {6, -1, 7});

        // then
        assertThat(rows).containsExactly("[6, 3]", "[4, 1]", "[13, 2]");
    }

    @Test
    void rowsOfABatchThatLeaveAreToldWithTheNext() {
        // given
        String text = """
                define stream In (v int);
                from In#window.batch(2) select v insert all events into Out;
                """;

        // when
        send(text, new int[] {1, 2, 3}, new int[] {4});

        // then
        assertThat(rows).containsExactly("[1]", "[2]", "[1]", "[2]", "[3]", "[3]", "[4]");
    }

    private void send(String text, int[]... calls) {
        try (EventFluxManager manager =
                EventFluxManager.create(new EngineOptions().withTimeSource(new VirtualTime(1)))) {
            EventFluxAppRuntime app = manager.createEventFluxAppRuntime(text);
            app.addCallback("Out", events -> {
                for (Event event : events) {
                    rows.add(Arrays.toString(event.data()));
                }
            });
            app.start();
            for (int[] call : calls) {
                app.inputHandler("In")
                        .send(Arrays.stream(call)
                                .mapToObj(v -> new Event(1, new Object[] {v}))
                                .toArray(Event[]::new));
            }
        }
    }
}
