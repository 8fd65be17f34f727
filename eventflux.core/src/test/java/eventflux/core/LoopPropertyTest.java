package eventflux.core;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.Event;
import eventflux.api.EventFluxAppRuntime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random filters and projections between a few streams, with loops of all kinds, against a model of a few lines. */
class LoopPropertyTest {

    private static final int APPLICATIONS = 25;
    private static final int ROWS = 30;
    private static final long END = 40;

    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    /** {@code from S<from>[n % modulus == rest and n < END] select n + plus as n insert into S<into>}. */
    private record Query(int from, int modulus, int rest, int plus, int into) {

        boolean takes(long n) {
            return n % modulus == rest && n < END;
        }

        String text() {
            return "from S%d[n %% %d == %d and n < %d] select n + %d as n insert into S%d;%n"
                    .formatted(from, modulus, rest, END, plus, into);
        }
    }

    /** What the rows of the loops do, by the rules of the language guide. */
    private static final class Model {

        private final List<Query> queries;
        private final List<String> seen = new ArrayList<>();
        private final Deque<long[]> waiting = new ArrayDeque<>();

        Model(List<Query> queries) {
            this.queries = queries;
        }

        void send(int stream, long n) {
            take(stream, n);
            while (!waiting.isEmpty()) {
                long[] next = waiting.poll();
                take((int) next[0], next[1]);
            }
        }

        private void take(int stream, long n) {
            seen.add("S" + stream + " " + n);
            for (int i = 0; i < queries.size(); i++) {
                Query query = queries.get(i);
                if (query.from() == stream && query.takes(n)) {
                    if (closesALoop(i)) {
                        waiting.add(new long[] {query.into(), n + query.plus()});
                    } else {
                        take(query.into(), n + query.plus());
                    }
                }
            }
        }

        private boolean closesALoop(int query) {
            int into = queries.get(query).into();
            return queries.subList(0, query + 1).stream()
                    .anyMatch(reader -> reader.from() == into
                            && leads(into, queries.get(query).from())
                            && leads(reader.into(), into));
        }

        private boolean leads(int from, int to) {
            boolean[] reached = new boolean[8];
            reached[from] = true;
            for (int i = 0; i < reached.length; i++) {
                for (Query query : queries) {
                    reached[query.into()] |= reached[query.from()];
                }
            }
            return reached[to];
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void rowsGoRoundAsTheModelHasThem(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < APPLICATIONS; i++) {
            int streams = 1 + random.nextInt(4);
            List<Query> queries = queries(random, streams);
            Model model = new Model(queries);
            List<String> seen = new ArrayList<>();
            EventFluxAppRuntime app = fixture.engine.createEventFluxAppRuntime(text(streams, queries));
            for (int stream = 0; stream < streams; stream++) {
                String name = "S" + stream;
                app.addCallback(name, events -> {
                    for (Event event : events) {
                        seen.add(name + " " + event.data()[0]);
                    }
                });
            }
            app.start();

            for (int row = 0; row < ROWS; row++) {
                int stream = random.nextInt(streams);
                Event[] batch = new Event[1 + random.nextInt(3)];
                for (int j = 0; j < batch.length; j++) {
                    long n = random.nextInt(30);
                    batch[j] = new Event(row, new Object[] {n});
                    model.send(stream, n);
                }
                app.inputHandler("S" + stream).send(batch);
            }

            assertThat(ofEachStream(seen, streams))
                    .as(text(streams, queries))
                    .isEqualTo(ofEachStream(model.seen, streams));
            app.shutdown();
        }
    }

    // Readers that nothing joins again take a whole batch, one after the other.
    private static List<List<String>> ofEachStream(List<String> seen, int streams) {
        List<List<String>> all = new ArrayList<>();
        for (int i = 0; i < streams; i++) {
            String name = "S" + i + " ";
            all.add(seen.stream().filter(line -> line.startsWith(name)).toList());
        }
        return all;
    }

    // Each way leads to a larger number, so all loops end; where a row finds many ways, there are not too many of them.
    private static List<Query> queries(Random random, int streams) {
        List<Query> queries = new ArrayList<>();
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            int modulus = 1 + random.nextInt(3);
            queries.add(new Query(
                    random.nextInt(streams),
                    modulus,
                    random.nextInt(modulus),
                    4 + random.nextInt(6),
                    random.nextInt(streams)));
        }
        return queries;
    }

    private static String text(int streams, List<Query> queries) {
        StringBuilder text = new StringBuilder("@app:loops(limit='1000000') ");
        for (int i = 0; i < streams; i++) {
            text.append("define stream S").append(i).append(" (n long);\n");
        }
        queries.forEach(query -> text.append(query.text()));
        return text.toString();
    }
}
