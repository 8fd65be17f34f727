package eventflux.ext.rabbitmq;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** The server of the tests: at localhost:5672, with the user guest. */
final class RabbitServer {

    private static final int PORT = 5672;
    private static final int PATIENCE_MILLIS = 5_000;

    private RabbitServer() {}

    /** Passes the tests over where there is none; fails if EVENTFLUX_REQUIRE_SERVICES=true. */
    static void require() {
        boolean answers = answers();
        if (!answers && Boolean.parseBoolean(System.getenv("EVENTFLUX_REQUIRE_SERVICES"))) {
            throw new AssertionError("no RabbitMQ answers at localhost:" + PORT);
        }
        assumeTrue(answers, "passed over: no RabbitMQ answers at localhost:" + PORT);
    }

    private static boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("localhost", PORT), PATIENCE_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** A connection beside those of sources and sinks. */
    static Connection connect() throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("localhost");
        return factory.newConnection();
    }
}
