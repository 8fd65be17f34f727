package eventflux.testkit.connector;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port for a server that a test stops and starts again. It lies below those that systems give to outgoing connections: else a client that
 * tries to connect while the server is away may be given the very port, and then the server cannot come back.
 */
public final class FreePort {

    private static final int LOWEST = 12_000;
    private static final int ABOVE_HIGHEST = 32_000;

    private FreePort() {}

    /** A port of this machine that nobody listens at. */
    public static int find() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, ABOVE_HIGHEST);
            if (isFree(port)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
