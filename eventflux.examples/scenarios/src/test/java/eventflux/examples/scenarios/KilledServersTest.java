package eventflux.examples.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import eventflux.api.AppState;
import eventflux.api.ConnectionStatus;
import eventflux.api.ConnectionStatus.State;
import eventflux.api.EngineOptions;
import eventflux.api.EngineProvider;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.testkit.connector.BreakableProxy;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Numbered events through an application whose servers are killed and come back under load: none is lost. Against RabbitMQ at localhost:5672
 * and PostgreSQL at 127.0.0.1:5432, with the application's connections led through proxies that go down; passed over where a server is
 * missing, unless EVENTFLUX_REQUIRE_SERVICES=true.
 */
@Timeout(600)
class KilledServersTest {

    private static final int RABBIT = 5672;
    private static final int POSTGRES = 5432;
    private static final int EVENTS = 3_000;
    private static final int KILLS = 5;
    private static final String DATABASE = "jdbc:postgresql://127.0.0.1:5432/test?user=postgres";

    private final String id = Long.toString(System.nanoTime(), 36);
    private final String in = "eventflux-in-" + id;
    private final String out = "eventflux-out-" + id;
    private final String table = "killed_" + id;
    private Connection direct;
    private Channel channel;

    @BeforeEach
    void connect() throws Exception {
        requireServer(RABBIT);
        requireServer(POSTGRES);
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("localhost");
        direct = factory.newConnection();
        channel = direct.createChannel();
        channel.queueDeclare(in, true, false, false, Map.of());
        channel.queueDeclare(out, true, false, false, Map.of());
        execute("CREATE TABLE " + table + " (n BIGINT PRIMARY KEY)");
    }

    @AfterEach
    void disconnect() throws Exception {
        if (direct != null) {
            channel.queueDelete(in);
            channel.queueDelete(out);
            direct.close();
            execute("DROP TABLE " + table);
        }
    }

    private static void requireServer(int port) {
        boolean answers = answers(port);
        if (!answers && Boolean.parseBoolean(System.getenv("EVENTFLUX_REQUIRE_SERVICES"))) {
            throw new AssertionError("nobody answers at port " + port);
        }
        assumeTrue(answers, "passed over: nobody answers at port " + port);
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void execute(String sql) throws Exception {
        try (java.sql.Connection connection = DriverManager.getConnection(DATABASE);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long written() {
        try (java.sql.Connection connection = DriverManager.getConnection(DATABASE);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void publish(int from, int to) throws IOException {
        for (int n = from; n < to; n++) {
            byte[] bytes = ("{\"n\":" + n + "}").getBytes(StandardCharsets.UTF_8);
            channel.basicPublish("", in, null, bytes);
        }
    }

    private Set<String> taken() throws IOException {
        Set<String> taken = new TreeSet<>();
        for (GetResponse next = channel.basicGet(out, true); next != null; next = channel.basicGet(out, true)) {
            taken.add(new String(next.getBody(), StandardCharsets.UTF_8));
        }
        return taken;
    }

    private String text(int source, int sink, int database) {
        String patience = "on.error='WAIT', error.retry.initial-delay='20', error.retry.max-delay='200'";
        String reconnect = "reconnect.initial-delay='20', reconnect.max-delay='200'";
        return """
            @source(type='rabbitmq', host='localhost', port='%d', queue='%s', queue.durable='true', auto.ack='false',
                prefetch='100', %s, @map(type='json'))
            define stream In (n long);
            @sink(type='rabbitmq', host='localhost', port='%d', exchange='', routing.key='%s', confirm.window='50', %s,
                @map(type='text', @payload('{{n}}')))
            @sink(type='jdbc', url='jdbc:postgresql://127.0.0.1:%d/test', user='postgres', table='%s', upsert.key='n',
                batch.size='20', %s)
            define stream Out (n long);
            from In[n >= 0] select n insert into Out;
            """.formatted(source, in, reconnect, sink, out, patience, database, table, patience);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + 400_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static boolean stands(EventFluxAppRuntime app, State state) {
        return app.connections().stream().map(ConnectionStatus::state).anyMatch(state::equals);
    }

    @Test
    void losesNoEventWhenItsServersAreKilledUnderLoad() throws Exception {
        try (BreakableProxy source = new BreakableProxy(RABBIT);
                BreakableProxy sink = new BreakableProxy(RABBIT);
                BreakableProxy database = new BreakableProxy(POSTGRES);
                EventFluxManager manager = ServiceLoader.load(EngineProvider.class)
                        .findFirst()
                        .orElseThrow()
                        .create(new EngineOptions())) {
            EventFluxAppRuntime app =
                    manager.createEventFluxAppRuntime(text(source.port(), sink.port(), database.port()));
            app.start();
            for (int kill = 0; kill < KILLS; kill++) {
                int first = kill * EVENTS / KILLS;
                int middle = first + EVENTS / KILLS / 2;
                publish(first, middle);
                BreakableProxy victim = switch (kill % 3) {
                    case 0 -> source;
                    case 1 -> sink;
                    default -> database;
                };
                victim.down();
                publish(middle, first + EVENTS / KILLS);
                await(() -> stands(app, State.RECONNECTING));
                assertThat(app.state()).isEqualTo(AppState.RUNNING);
                victim.up();
            }
            await(() -> written() == EVENTS
                    && app.connections().stream().allMatch(status -> status.state() == State.CONNECTED));

            assertThat(app.state()).isEqualTo(AppState.RUNNING);
            assertThat(app.connections()).hasSize(3);
            app.shutdown();
            assertThat(taken())
                    .isEqualTo(IntStream.range(0, EVENTS)
                            .mapToObj(Integer::toString)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }
}
